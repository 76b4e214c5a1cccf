import { stageOf, type Stage } from '../procedure/definition.ts';
import { basisOf, effectOf, type Weighing } from '../procedure/effects.ts';
import type { Notice } from '../refusal.ts';
import { noticesOf, type Evidence, type History, type Witness } from './history.ts';
import type { Observed } from './status.ts';

/**
 * kept 未见不符 · due 尚未归档 · shown 程序提示 · held 待补正 · mended 补正 · exempted 经批准例外: what the record says of a
 * rule. `kept` says that nothing to the contrary was recorded, and no more.
 */
export type Kept = 'kept' | 'due' | 'shown' | 'held' | 'mended' | 'exempted';

/** A rule that the stage asks for, and what became of it. */
export interface Check {
  readonly rule: string;
  readonly basis: string | null;
  readonly kept: Kept;
}

/** 程序提示, with the fact that carries it. */
export interface Shown {
  readonly stage: string | null;
  readonly notice: Notice;
  readonly evidence: Evidence;
}

const MEETING = [
  'meeting.notice',
  'meeting.quorum',
  'meeting.majority',
  'meeting.presides',
  'meeting.chair-last',
];
const ISSUE = ['issue.same-text', 'issue.signed', 'issue.numbered', 'issue.order'];

/** What every stage of a kind is asked for, whatever was recorded of it. */
const ASKED: { readonly [kind: string]: readonly string[] } = {
  collect: ['contribution.due'],
  write: ['chapter.due'],
  consult: ['consultation.window', 'consultation.answered'],
  review: ['review.at-least'],
  meeting: [...MEETING, 'meeting.current-text', 'meeting.minutes'],
  congress: [...MEETING, 'meeting.current-text', 'meeting.minutes', 'congress.secret-ballot'],
  file: ['filing.package', 'filing.answered'],
  amend: ['amend.least-class'],
  issue: ISSUE,
};

const ISSUE_STEPS: readonly (readonly [step: string, rule: string])[] = [
  ['review', 'issue.reviewed'],
  ['countersign', 'issue.countersigned'],
  ['check', 'issue.checked'],
  ['seal', 'issue.sealed'],
];

const ORDER_OF_ISSUING = '《党政机关公文处理工作条例》第十九条至第二十五条';

/** Every rule that a report may list of a stage without anything having been recorded of it. */
export const ASKED_RULES: readonly string[] = [
  ...new Set([...Object.values(ASKED).flat(), ...ISSUE_STEPS.map(([, rule]) => rule)]),
];

/** Notices of a stage, each once: by its rule and the fact that carries it, the slip (补录单) before what it recorded. */
export function shownIn({ history }: Observed, stage: string | null): readonly Shown[] {
  const found = history.facts
    .filter((fact) => fact.type !== 'RecordEntered' || slipAlone(history.facts, fact))
    .filter((fact) => history.stageOf(fact) === stage);
  const all = found.flatMap((fact) =>
    noticesOf(fact).map((notice) => ({ stage, notice, evidence: history.evidence(fact) })),
  );
  // The call and the opening of one meeting say the same once more.
  const said = ({ notice }: Shown): string => `${notice.rule} ${notice.said.zh}`;
  return all.filter((one, i) => all.findIndex((other) => said(other) === said(one)) === i);
}

/** A slip whose record left no fact that carries the same notices. */
const slipAlone = (facts: readonly Witness[], slip: Witness): boolean => {
  const rules = new Set(
    facts
      .filter(
        (fact) =>
          fact !== slip && fact.command.key === slip.command.key && fact.command.verb === slip.command.verb,
      )
      .flatMap((fact) => noticesOf(fact).map(({ rule }) => rule)),
  );
  return noticesOf(slip).some(({ rule }) => !rules.has(rule));
};

/** Every rule that the stage asks for, then those that were broken besides. */
export function checksOf(seen: Observed, stageId: string, shown: readonly Shown[]): readonly Check[] {
  const stage = stageOf(seen.procedure.definition, stageId);
  const broken = shown.map(({ notice }) => notice.rule);
  const rules = [...new Set([...askedOf(seen, stage), ...broken])];
  return rules.map((rule) => ({
    rule,
    basis: basisIn(seen, stage, rule),
    kept: keptOf(seen, stageId, rule, broken.includes(rule)),
  }));
}

function askedOf({ procedure }: Observed, stage: Stage): readonly string[] {
  const kind = stage.kind.split('@')[0] ?? '';
  const asked = (ASKED[kind] ?? []).filter((rule) => effectOf(weighingOf(procedure, stage), rule) !== 'off');
  if (kind === 'issue') return [...asked, ...stepsAsked(stage)];
  const body = bodyOf(procedure, stage);
  if (!body) return asked;
  return asked.filter(
    (rule) =>
      !(rule === 'meeting.notice' && (body.notice.effect === 'off' || body.notice.n === 0)) &&
      !(rule === 'meeting.majority' && body.decides === 'chair'),
  );
}

function stepsAsked({ with: params }: Stage): readonly string[] {
  const steps = (params['steps'] ?? {}) as { readonly [step: string]: unknown };
  return ISSUE_STEPS.filter(([step]) => steps[step] !== 'off').map(([, rule]) => rule);
}

const bodyOf = ({ definition }: Observed['procedure'], { with: params }: Stage) =>
  typeof params['body'] === 'string' ? definition.bodies[params['body']] : undefined;

const weighingOf = (procedure: Observed['procedure'], stage: Stage): Weighing =>
  bodyOf(procedure, stage) ?? stage;

/** The legal basis: the body's where the rule is its own, the rule's as such, the stage's otherwise. */
function basisIn({ procedure }: Observed, stage: Stage, rule: string): string | null {
  const own = ofBody(bodyOf(procedure, stage), rule) ?? basisOf(rule);
  return own ?? (rule.startsWith('issue.') ? ORDER_OF_ISSUING : (stage.basis ?? null));
}

/** What a body rests its notice, quorum and majority on. */
function ofBody(body: ReturnType<typeof bodyOf>, rule: string): string | undefined {
  if (rule === 'meeting.notice') return body?.notice.basis ?? body?.basis;
  return rule === 'meeting.quorum' || rule === 'meeting.majority' ? body?.basis : undefined;
}

function keptOf({ history }: Observed, stage: string, rule: string, broken: boolean): Kept {
  const held = history.slips.filter((slip) => slip.stage === stage && slip.said.holds.includes(rule));
  if (held.some(({ repair }) => repair === null)) return 'held';
  if (held.some(({ repair }) => repair?.how === 'exempted')) return 'exempted';
  if (held.length > 0) return 'mended';
  if (broken) return 'shown';
  return rule === 'meeting.minutes' && !hasMinutes(history, stage) ? 'due' : 'kept';
}

/** 会议记录、纪要 come after the decision; what was recorded afterwards says at once whether there are any. */
const hasMinutes = ({ facts, stageOf: stageOfFact, evidence }: History, stage: string): boolean =>
  facts.some(
    (fact) =>
      stageOfFact(fact) === stage &&
      (fact.type === 'MinutesFiled' || (fact.type === 'StageClosed' && evidence(fact).how === 'record')),
  );
