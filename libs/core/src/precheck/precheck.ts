import { procedureOf } from '../case/advance.ts';
import type { CaseState, Subject } from '../case/case.ts';
import type { Known } from '../decider.ts';
import { stagesOf } from '../procedure/definition.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { IssueState } from '../stages/issue/issue.ts';
import { parseStream, type StreamName } from '../stream.ts';
import type { TextRef } from '../text-ref.ts';
import { gateStops } from './gate-stops.ts';
import { issueStops } from './issue-stops.ts';
import { openMatters } from './open-matters.ts';
import type { Stop } from './stop.ts';

/** 印发预检: whether the plan could be issued today, and if not, everything that stands against it. */
export interface Precheck {
  readonly standing: 'issued' | 'ready' | 'stopped';
  /** The stage that issues it; null in a procedure without one. */
  readonly stage: string | null;
  /** The text that would be issued. */
  readonly text: TextRef | null;
  /** The planned day (law time) of 印发; null where none is set. */
  readonly due: string | null;
  readonly stops: readonly Stop[];
}

/**
 * What would stop 印发 of the plan today, all of it at once: the gates beside the text, what stands open, the steps of
 * 发文稿纸. It decides nothing: the act itself is judged by its own rules.
 */
export function precheck(known: Known, caseId: string): Precheck | null {
  const state = known.state('case', caseId);
  if (!state) return null;
  const procedure = procedureOf(known, caseId);
  const last = issueStage(procedure);
  if (!last) return { standing: 'stopped', stage: null, text: null, due: null, stops: [] };
  const { stage, subject } = last;
  const issue = issueIn(known, state, stage);
  const text = issue?.state.context.text ?? state.context.texts[subject];
  const found = { stage, text, due: dueOf(state, stage) };
  if (isOut(state, stage, issue)) return { ...found, standing: 'issued', stops: [] };
  const stops = [
    ...gateStops({ procedure, context: state.context, subject, text }),
    ...openMatters(known, state, procedure),
    ...(issue ? issueStops(known, issue.name, issue.state) : []),
  ];
  const standing = stops.some(({ effect }) => effect === 'block') ? 'stopped' : 'ready';
  return { ...found, standing, stops };
}

const dueOf = ({ context }: CaseState, stage: string): string | null =>
  context.entered[stage]?.due ?? context.dates[stage] ?? null;

/** The issue itself, once its stage has made it. */
interface Issuing {
  readonly name: StreamName<'issue'>;
  readonly state: IssueState;
}

const isOut = ({ context }: CaseState, stage: string, issue: Issuing | undefined): boolean =>
  context.decided[stage] !== undefined ||
  issue?.state.matches('issued') === true ||
  issue?.state.matches('received') === true;

/** The stage that issues the plan: the last one that issues anything. */
function issueStage({
  definition,
  classing,
}: Procedure): { readonly stage: string; readonly subject: Subject } | undefined {
  const found = stagesOf(definition).flatMap(({ id: stage }) => {
    const { issues, subject } = classing.meaning(stage);
    return issues && subject ? [{ stage, subject }] : [];
  });
  return found.at(-1);
}

function issueIn(known: Known, { context }: CaseState, stage: string): Issuing | undefined {
  const name = context.entered[stage]?.streams.find((each): each is StreamName<'issue'> =>
    each.startsWith('issue/'),
  );
  const state = name && known.state('issue', parseStream(name).id);
  return name && state && { name, state };
}
