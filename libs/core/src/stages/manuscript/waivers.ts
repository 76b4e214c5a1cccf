import { z } from 'zod';
import type { CaseState } from '../../case/case.ts';
import { record, sealedBy, type Given, type Known, type Recorded } from '../../decider.ts';
import { against, type Notice, type Refusal, type Said } from '../../refusal.ts';
import { parseStream, streamName, type StreamName } from '../../stream.ts';
import type { ContributionContext } from '../collect/contribution.ts';
import { unended } from '../collect/kind.ts';
import { Reason } from '../handed-in.ts';
import { chaptersOf, unaccepted, type OpenChapter } from '../write/chapter.ts';

const reason = Reason('豁免理由', 'why it is done without');

/** 缺报豁免: one department's plan, or one chapter, that the draft does without. */
export const Waiver = z
  .union([
    z.strictObject({ department: z.uuid().meta({ description: '缺报的科室 · the department' }), reason }),
    z.strictObject({ chapter: z.uuid().meta({ description: '缺报的篇章 · the chapter' }), reason }),
  ])
  .meta({ id: 'Waiver', description: '缺报豁免，注明理由 · what the draft does without, and why' });
type Waiver = z.infer<typeof Waiver>;

/** What a draft was compiled without; the reasons are sealed. */
export type Without = { readonly department: string } | { readonly chapter: StreamName };

/** What has come to no ending: plans of departments that the case asked for, and chapters. */
export interface Missing {
  readonly departments: readonly ContributionContext[];
  readonly chapters: readonly OpenChapter[];
}

/** The plans of departments that a case last asked for, whatever stage asked. */
export const contributionsOf = (state: CaseState | undefined): readonly StreamName[] =>
  Object.values(state?.context.entered ?? {})
    .flatMap(({ streams }) => streams)
    .filter((name) => parseStream(name).kind === 'contribution');

export const missingIn = (given: Given, state: CaseState | undefined): Missing => ({
  departments: unended(given, contributionsOf(state)),
  chapters: unaccepted(given, chaptersOf(state)),
});

/** What earlier drafts were compiled without; it came to its ending then, and a later draft does without it too. */
export const waivedBefore = (known: Known, state: CaseState | undefined): readonly Without[] => [
  ...contributionsOf(state).flatMap((name) => {
    const plan = known.state('contribution', parseStream(name).id);
    return plan?.matches('dispensed') ? [{ department: plan.context.department }] : [];
  }),
  ...chaptersOf(state)
    .filter((name) => known.state('chapter', parseStream(name).id)?.matches('dispensed'))
    .map((chapter) => ({ chapter })),
];

/** 缺报（经批准）: the ending of everything that a draft does without, so that nobody owes it any longer. */
export function ended(
  given: Given,
  state: CaseState | undefined,
  manuscript: StreamName,
  without: readonly Without[],
): readonly Recorded[] {
  const departments = new Set(without.flatMap((one) => ('department' in one ? [one.department] : [])));
  const plans = contributionsOf(state).filter((name) =>
    departments.has(given.state('contribution', parseStream(name).id)?.context.department ?? ''),
  );
  const chapters = without.flatMap((one) => ('chapter' in one ? [one.chapter] : []));
  return [
    ...plans.map((name) => record(name, { type: 'ContributionWaived', data: { manuscript } })),
    ...chapters.map((name) => record(name, { type: 'ChapterWaived', data: { manuscript } })),
  ];
}

const waived = (waivers: readonly Waiver[]): ReadonlySet<string> =>
  new Set(
    waivers.map((waiver) =>
      'department' in waiver ? waiver.department : streamName('chapter', waiver.chapter),
    ),
  );

/** Each waiver with what it waives, and what is missing beyond them. */
export interface Judged {
  readonly without: readonly Without[];
  readonly left: Missing;
  readonly notices: readonly Notice[];
}

/** Judges waivers: only the director gives them, and only for what is missing. */
export function judged(
  { actor }: Given,
  missing: Missing,
  waivers: readonly Waiver[],
): Judged | { readonly refusal: Refusal } {
  if (waivers.length > 0 && actor.as !== 'office-director') return { refusal: notDirector(actor.as) };
  const names = waived(waivers);
  const isWaived = { department: (id: string) => names.has(id), chapter: (name: string) => names.has(name) };
  const departments = missing.departments.filter(({ department }) => isWaived.department(department));
  const chapters = missing.chapters.filter(({ chapter }) => isWaived.chapter(chapter));
  if (departments.length + chapters.length < names.size) return { refusal: notMissing() };
  return {
    without: [
      ...departments.map(({ department }) => ({ department })),
      ...chapters.map(({ chapter }) => ({ chapter })),
    ],
    left: {
      departments: missing.departments.filter(({ department }) => !isWaived.department(department)),
      chapters: missing.chapters.filter(({ chapter }) => !isWaived.chapter(chapter)),
    },
    notices:
      names.size === 0 ? [] : [noticeOf('compile.waived', { departments, chapters }, '经豁免缺报', 'Waived')],
  };
}

const notDirector = (as: string): Refusal =>
  against(
    'compile.waiver',
    '缺报豁免须由规划办主任作出',
    'Only the director of the office compiles without what is missing',
    { as },
    { zh: '请规划办主任说明理由后汇编', en: 'Ask the director, who gives the reasons' },
  );

const notMissing = (): Refusal =>
  against(
    'compile.waived-in-vain',
    '所豁免的科室或篇章并不缺报，请核对',
    'Something that is waived is not missing',
  );

/** Names of what is missing, in their order. */
export const namesOf = ({ departments, chapters }: Missing): readonly string[] => [
  ...departments.map(({ label }) => label),
  ...chapters.map(({ title }) => title),
];

/** What is missing, by name and as data. */
export function noticeOf(rule: string, missing: Missing, zh: string, en: string): Notice {
  const names = namesOf(missing);
  const said: Said = { zh: `${zh}：${names.join('、')}`, en: `${en}: ${names.join(', ')}` };
  const facts = {
    departments: missing.departments.map(({ department }) => department),
    missing: missing.chapters.map(({ no }) => no),
  };
  return { rule, said, facts };
}

/** The reasons of waivers, under the key of whoever gave them. */
export const sealedReasons = (given: Given, waivers: readonly Waiver[]): Recorded['sealed'] =>
  waivers.length === 0 ? [] : sealedBy(given.actor, { without: waivers.map((waiver) => ({ ...waiver })) });
