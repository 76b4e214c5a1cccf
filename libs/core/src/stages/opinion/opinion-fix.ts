import { z } from 'zod';
import { refuse, sealedBy, type Command, type Decision, type Given } from '../../decider.ts';
import { notNow, unknownFile, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { FileRef } from '../../text-ref.ts';
import { givingOf } from '../meeting/conditions.ts';
import { fixes } from '../meeting/dispositions.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import { ownNeeds, type OpinionState } from './opinion.ts';
import type { Disposition } from './opinion-facts.ts';
import { settleOne } from './opinion-settle.ts';

export const FixDisposition = z
  .strictObject({
    meeting: z.uuid().meta({ description: '研究采纳情况的会议 · the meeting that left it open' }),
    original: FileRef.meta({
      description: '会后研究确定的书面依据（补充纪要、批示） · the paper by which the body settled it',
    }),
    words: z.string().trim().max(2000).default('').meta({ description: '说明（可不填） · a note' }),
  })
  .meta({
    id: 'FixDisposition',
    description: '会后确定采纳情况 · what the body settled after its meeting had left it open',
  });

type Body = z.infer<typeof FixDisposition>;

/**
 * 会后确定: an opinion that the meeting excepted, or that came in after it, is settled as proposed by the same body, on
 * paper. What was merged into it is settled with it.
 */
export const fixDisposition: Command<'opinion', Body> = {
  verb: 'opinion.fix',
  on: 'opinion',
  needs: (known, id, { meeting, original }) => [
    ...ownNeeds(known, id),
    ...(known.state('opinion', id)?.context.takenIn ?? []).map((write) => ({ write })),
    { read: streamName('meeting', meeting) },
    { file: original },
  ],
  during: ['proposed'],
  decide(given, id, body) {
    const state = given.state('opinion', id);
    const by = given.state('meeting', body.meeting);
    if (!state?.matches('proposed')) return refuse(unproposed(state));
    if (!by || !settles(given, state, by)) return refuse(notThat(by));
    if (!given.hasFile(body.original)) return refuse(unknownOriginal(body.original));
    const { disposition } = state.context;
    return disposition === null
      ? refuse(unproposed(state))
      : fixed(given, id, { state, by, disposition, body });
  },
};

interface Fixing {
  readonly state: OpinionState;
  readonly by: MeetingState;
  readonly disposition: Disposition;
  readonly body: Body;
}

/** The words stand with the opinion itself, the first of those that are settled. */
function fixed(given: Given, id: string, { state, by, disposition, body }: Fixing): Decision {
  const of = givingOf(body.meeting, by.context);
  const own = streamName('opinion', id);
  const said = body.words === '' ? [] : (sealedBy(given.actor, { words: body.words }) ?? []);
  const facts = [own, ...state.context.takenIn].flatMap((opinion) =>
    settleOne(given, of, { opinion, disposition }, { original: body.original }),
  );
  return { facts: facts.map((each) => (each.stream === own ? { ...each, sealed: said } : each)) };
}

const unproposed = (state: OpinionState | undefined): Refusal =>
  notNow(
    'opinion.proposed',
    '该意见尚未拟定采纳情况，或已研究确定',
    'Nothing is proposed for it, or it is settled',
    { status: state?.value ?? 'absent' },
    { zh: '请先拟定采纳情况', en: 'Propose what becomes of it first' },
  );

/** Whether this meeting settled the opinions of the same case. */
const settles = (given: Given, { context: opinion }: OpinionState, by: MeetingState): boolean =>
  by.matches('declared') &&
  by.context.outcome === 'passed' &&
  by.context.case === opinion.case &&
  fixes(given, by.context);

const notThat = (by: MeetingState | undefined): Refusal =>
  notNow(
    'opinion.fixing-meeting',
    '所选会议未研究本规划的意见采纳情况',
    'This meeting has not settled the opinions of this case',
    { status: by?.value ?? 'absent' },
    { zh: '请选择已研究意见采纳情况的会议', en: 'Name the meeting that settled the others' },
  );

export const unknownOriginal = (original: FileRef): Refusal => ({
  ...unknownFile(original),
  needs: { zh: '请重新上传原件后再提交', en: 'Upload it again, then hand this in' },
});
