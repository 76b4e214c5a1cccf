import { z } from 'zod';
import { record, refuse, type Command, type Decision, type Given } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName, type StreamName } from '../../stream.ts';
import { contributionNeeds } from '../collect/submit.ts';
import { chapterNeeds } from '../write/chapter.ts';
import { TAKES, type TextReading } from './text-reading.ts';

const take = z
  .enum(TAKES)
  .meta({ description: '按全部接受或者全部拒绝修订读入 · the text with all changes, or without' });

export const ChooseRevisions = z.strictObject({ take }).meta({
  id: 'ChooseRevisions',
  description: '确定修订的读法：接受或者拒绝 · how the tracked changes of an original are read',
});

export const ChooseChapterRevisions = z
  .strictObject({
    take,
    department: z
      .uuid()
      .nullable()
      .default(null)
      .meta({ description: '配合材料的科室；缺省为篇章本身 · whose input; by default the chapter itself' }),
  })
  .meta({
    id: 'ChooseChapterRevisions',
    description: '确定篇章或者配合材料修订的读法 · how tracked changes are read',
  });

const nothingAsked = (reading: TextReading | null | undefined): Refusal =>
  notNow(
    'import.revisions',
    '原件没有待确定的修订',
    'No tracked changes of the original wait for an answer',
    { standing: reading?.standing ?? 'absent' },
  );

function chosen(
  stream: StreamName,
  reading: TextReading | null | undefined,
  { take: how, department }: { readonly take: (typeof TAKES)[number]; readonly department: string | null },
): Decision {
  if (reading?.standing !== 'revisions') return refuse(nothingAsked(reading));
  const data = { original: reading.original, department, take: how };
  return { facts: [record(stream, { type: 'RevisionsChosen', data })] };
}

/** 确定修订的读法: by whoever sent it, or by the office; the original is then read so. */
export const chooseContributionRevisions: Command<'contribution', z.infer<typeof ChooseRevisions>> = {
  verb: 'contribution.choose-revisions',
  on: 'contribution',
  needs: contributionNeeds,
  during: ['received', 'accepted'],
  decide(given, id, body) {
    const state = given.state('contribution', id);
    if (!state?.matches('received') && !state?.matches('accepted')) return refuse(nothingAsked(null));
    const how = { take: body.take, department: null };
    return chosen(streamName('contribution', id), state.context.reading, how);
  },
};

/** The same of a chapter, or of the material that a 配合部门 gave for it. */
export const chooseChapterRevisions: Command<'chapter', z.infer<typeof ChooseChapterRevisions>> = {
  verb: 'chapter.choose-revisions',
  on: 'chapter',
  needs: chapterNeeds,
  during: ['open', 'submitted', 'quarantined', 'accepted'],
  decide(given, id, body) {
    const state = given.state('chapter', id);
    const { department } = body;
    const stranger = notTheirs(given, department, state?.context.desk ?? '');
    if (stranger) return refuse(stranger);
    const reading =
      department === null
        ? state?.matches('submitted')
          ? state.context.reading
          : null
        : state?.context.inputReadings[department];
    return chosen(streamName('chapter', id), reading, body);
  },
};

/** A department answers for what it sent itself; the office for everything. */
function notTheirs({ actor }: Given, whose: string | null, desk: string): Refusal | null {
  if (actor.as !== 'department-head' || actor.department === (whose ?? desk)) return null;
  return notNow(
    'import.sender',
    '修订由报送科室或者规划办确定读法',
    'The department that sent it says how it is read, or the office',
    { department: actor.department },
  );
}
