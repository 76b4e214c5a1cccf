import type { CaseState } from '../case/case.ts';
import type { Known } from '../decider.ts';
import { stagesOf } from '../procedure/definition.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { Refusal, Said } from '../refusal.ts';
import type { Holder } from '../rows.ts';
import { streamKind } from '../streams.ts';
import { parseStream, type StreamName } from '../stream.ts';
import { said, stop, type Stop } from './stop.ts';

/** Everything that stands open beside the gates: holds, what waits for a second person, conditions, the authority. */
export const openMatters = (known: Known, state: CaseState, procedure: Procedure): readonly Stop[] => [
  ...notThere(state, procedure),
  ...joining(state),
  ...held(known, state),
  ...exempting(state, procedure),
  ...asked(known, state),
  ...editing(known, state),
];

const held = (known: Known, { context }: CaseState): readonly Stop[] =>
  context.holds.map(({ by, rules }) =>
    owedBy(
      known,
      by,
      'case.held',
      said('补录的事项有程序问题尚未补正', 'a record broke a rule that holds the next step'),
      { rules: [...rules] },
    ),
  );

/** It stops nothing by itself: the gate that has not decided does. */
const exempting = ({ context }: CaseState, procedure: Procedure): readonly Stop[] =>
  Object.entries(context.exemptions)
    .filter(([, { granted }]) => !granted)
    .map(([gate]) =>
      stop({
        rule: 'case.exemption',
        effect: 'warn',
        said: said(
          `“${titleOf(procedure, gate)}”的例外待第二人确认`,
          `an exemption of “${titleOf(procedure, gate)}” awaits the second person`,
        ),
        facts: { gate },
        by: ['office-director'],
      }),
    );

/**
 * What a body asked for when it agreed in principle: conditions, and changes under a mandate. No rule of 印发 asks for it;
 * the stage that stands open, or the gate that has not decided, stops it.
 */
const asked = (known: Known, { context }: CaseState): readonly Stop[] =>
  [...context.conditions, ...Object.values(context.mandates).map(({ mandate }) => mandate)]
    .filter((name) => owes(known, name).length > 0)
    .map((name) => {
      const words = said('原则同意所附事项尚未落实', 'what a body asked for is not met yet');
      return { ...owedBy(known, name, 'meeting.conditions', words), effect: 'warn' as const };
    });

const titleOf = ({ definition }: Procedure, stage: string): string =>
  stagesOf(definition).find(({ id }) => id === stage)?.title ?? stage;

/** 尚未到印发环节: what stands open before it, and who owes there. */
function notThere({ context }: CaseState, procedure: Procedure): readonly Stop[] {
  return context.open
    .filter((stage) => !procedure.classing.meaning(stage).issues)
    .map((stage) =>
      stop({
        rule: 'case.stage-open',
        said: said(
          `尚在“${titleOf(procedure, stage)}”环节`,
          `the case still stands at ${titleOf(procedure, stage)}`,
        ),
        facts: {
          stage,
          due: context.entered[stage]?.due ?? null,
          paused: context.entered[stage]?.paused ?? null,
        },
        by: ['office'],
      }),
    );
}

const joining = ({ context }: CaseState): readonly Stop[] =>
  context.joined?.confirmed === false
    ? [
        stop({
          rule: 'case.joining',
          said: said('中途接入待第二人确认', 'taking the case over awaits the second person'),
          by: ['office-director'],
        }),
      ]
    : [];

/** A change of the text that nobody has classed or confirmed. */
function editing(known: Known, { context }: CaseState): readonly Stop[] {
  const streams = Object.values(context.entered).flatMap((entered) => entered.streams);
  return [...new Set(streams)]
    .filter((name) => name.startsWith('manuscript/'))
    .filter((name) => owes(known, name).length > 0)
    .map((name) =>
      owedBy(known, name, 'manuscript.amended', said('文稿正在修改，尚未成稿', 'the text is being changed')),
    );
}

/** Whoever owes something in a stream. */
function owes(known: Known, name: StreamName): readonly Holder[] {
  const { kind, id } = parseStream(name);
  const state = kind === 'case' ? undefined : known.state(kind, id);
  if (!state) return [];
  return [
    ...new Set(
      streamKind(kind)
        .rows(id, state)
        .obligations.map(({ holder }) => holder),
    ),
  ];
}

const owedBy = (
  known: Known,
  about: StreamName,
  rule: string,
  words: Said,
  facts: Refusal['facts'] = {},
): Stop => stop({ rule, said: words, facts, about, by: owes(known, about) });
