import { procedureOf, reconsiderGate } from '../../case/advance.ts';
import type { CaseState } from '../../case/case.ts';
import { both, type Decision, type Given, type Known, type Need, type Recorded } from '../../decider.ts';
import { stageOf } from '../../procedure/definition.ts';
import { mayReconsider, REFUSED } from '../../procedure/reconsidering.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { parseStream, streamName, type StreamName } from '../../stream.ts';
import { sameText } from '../../text-ref.ts';
import type { Leaving } from '../stage-kind.ts';
import { lapsing, lapsingNeeds } from './called-before.ts';
import type { MeetingContext } from './context.ts';
import type { IfRefused } from './facts.ts';

/** A stage whose decision is to be decided on again, and the meeting that decided it. */
interface Reconsidering {
  readonly case: string;
  readonly stage: string;
  readonly reconsiders?: string | undefined;
}

export const reconsideredNeeds = (known: Known, { reconsiders }: Reconsidering): readonly Need[] =>
  reconsiders === undefined ? [] : [{ read: `meeting/${reconsiders}` as const }];

/**
 * 复议: at the same body, of what it passed, while its text stands unchanged, the case stands before later bodies and
 * nothing was issued. The resolution stays in force until another takes its place.
 *
 * @source 重大行政决策程序暂行条例 §37 未经法定程序不得随意变更或者停止执行
 */
export function notReconsidering(given: Given, of: Reconsidering): Refusal | null {
  const { reconsiders, case: caseId, stage } = of;
  if (reconsiders === undefined) return null;
  const state = given.state('case', caseId);
  if (!passedIt(given.state('meeting', reconsiders)?.context, of, state))
    return against(
      'meeting.reconsiders',
      '所要复议的会议没有就本环节作出通过的决议',
      'The meeting that is to be reconsidered did not pass this stage',
      { meeting: reconsiders, stage },
    );
  const open = state?.context.open ?? [];
  const may = state && mayReconsider(state.context, stage, procedureOf(given, caseId).classing);
  return may ? null : tooLate(stage, open);
}

const passedIt = (
  old: MeetingContext | undefined,
  of: Reconsidering,
  state: CaseState | undefined,
): boolean =>
  old?.case === of.case && old.stage === of.stage && old.outcome === 'passed' && restsOn(old, of, state);

/** Whether the stage's decision rests on what this meeting passed: in a round before it was another text. */
function restsOn({ item }: MeetingContext, { stage }: Reconsidering, state: CaseState | undefined): boolean {
  const last = state?.context.decided[stage];
  const text = last?.own ?? last?.text;
  return !text || sameText(item.text, text);
}

const tooLate = (stage: string, open: readonly string[]): Refusal => ({
  ...against(
    'meeting.reconsider',
    '该决议目前不能复议：须文稿未变、尚在后续机构审议之中，且尚未印发',
    'It cannot be reconsidered now: its text must stand, later bodies must be at it, and nothing be issued',
    { stage, open: [...open] },
    {
      zh: '文稿已变更的，按修改程序重新审议；已报送、印发的，按补正或者调整程序办理',
      en: 'A changed text is decided again by its own way; what was sent or issued is amended',
    },
  ),
  basis: '《重大行政决策程序暂行条例》第三十七条（参照）',
});

/** 复议 as the call keeps it: what it is about, and what becomes of the case if it is not passed. */
export function calledAgain(
  given: Given,
  { reconsiders, case: caseId, stage }: Reconsidering,
): { readonly reconsiders?: StreamName<'meeting'>; readonly ifRefused?: IfRefused } {
  if (reconsiders === undefined) return {};
  const next = stageOf(procedureOf(given, caseId).definition, stage).then[REFUSED] ?? 'again';
  const leaves = given.state('case', caseId)?.context.open ?? [];
  const ifRefused = { opens: next === 'again' ? stage : next, leaves };
  return { reconsiders: streamName('meeting', reconsiders), ifRefused };
}

/** 复议 decides whether what was passed stands: nothing else is asked for with it. */
export const askedAgain = ({ reconsiders }: MeetingContext): Refusal | null =>
  reconsiders === null
    ? null
    : notNow(
        'meeting.reconsider-plain',
        '复议只决定原决议是否维持，不附条件、不授权修改',
        'It is decided whether the resolution stands, and nothing is asked for with it',
        { reconsiders },
      );

/** The meetings that lapse, and the stages that may open, when what was passed falls. */
export function fallingNeeds(
  known: Known,
  { case: caseId }: { readonly case: string },
  by: StreamName<'meeting'>,
): readonly Need[] {
  const open = known.state('case', caseId)?.context.open ?? [];
  return open.flatMap((stage) => lapsingNeeds(known, { case: caseId, stage }, by));
}

/**
 * The end of a reconsideration: passed again, the resolution is confirmed; not passed, it falls, the meetings of the
 * stages that stand open lapse, and the case goes where a no of the gate leads. Anything else leaves it in force.
 */
export function reconsidered(
  given: Given,
  by: StreamName<'meeting'>,
  context: Pick<MeetingContext, 'case' | 'stage' | 'reconsiders'>,
  { outcome, notices, sum }: Leaving,
): Decision {
  const { case: caseId, stage, reconsiders } = context;
  const effect = EFFECTS.get(outcome);
  if (!reconsiders || !effect) return { facts: [], notices };
  const { id } = parseStream(reconsiders);
  const refusal = notReconsidering(given, { case: caseId, stage, reconsiders: id });
  if (refusal) return { refusal };
  const data = { stage, meeting: by, reconsiders, effect, outcome, sum: { ...sum } };
  const lapsed = effect === 'fallen' ? lapsingOpen(given, caseId, by) : [];
  return both({ facts: lapsed, notices }, reconsiderGate(given, caseId, { type: 'GateReconsidered', data }));
}

const EFFECTS: ReadonlyMap<string, 'confirmed' | 'fallen'> = new Map([
  ['passed', 'confirmed'],
  ['not-passed', 'fallen'],
]);

/** The meetings that were called for the stages that stand open. */
const lapsingOpen = (given: Given, caseId: string, by: StreamName<'meeting'>): readonly Recorded[] =>
  (given.state('case', caseId)?.context.open ?? []).flatMap((stage) =>
    lapsing(given, { case: caseId, stage }, { because: 'declared', by }),
  );
