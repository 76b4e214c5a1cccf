import type { StateOf } from '../states.ts';
import type { Fact } from '../stream.ts';
import { emptyState, nextState, streamKind } from '../streams.ts';
import type { TextRef } from '../text-ref.ts';
import { keptBy } from './classing.ts';
import { stagesOf } from './definition.ts';
import type { Procedure } from './procedure.ts';

/** A stage, how it ended, and the text it ended with, where it has one. */
export type Outcome = readonly [stage: string, outcome: string, text?: TextRef];

export interface ByOutcomes {
  /** The case after these stages ended so, one after the other; whatever then waits has been entered. */
  readonly walk: (steps: readonly Outcome[], from?: StateOf<'case'>) => StateOf<'case'>;
  /** The stages that are open then. */
  readonly open: (steps: readonly Outcome[]) => readonly string[];
  /** Whether a stage may end so now. */
  readonly may: (state: StateOf<'case'>, step: Outcome) => boolean;
  /** The change of the text, classed, and the end of the stage `amendment` that classed it. */
  readonly amended: (state: StateOf<'case'>, change: string, to: TextRef) => StateOf<'case'>;
}

const closing = (state: StateOf<'case'>, [stage, outcome, about]: Outcome): Fact => ({
  type: 'StageClosed',
  data: {
    stage,
    round: state.context.entered[stage]?.round ?? 1,
    outcome,
    text: about ? { ...about } : null,
    notices: [],
    sum: {},
  },
});

const opened = ({ definition }: Procedure, scheme: TextRef): Fact => ({
  type: 'CaseOpened',
  data: {
    title: '规划',
    procedure: { id: definition.id, version: 1, hash: '' },
    scheme,
    chapters: [],
    dates: {},
    authority: null,
  },
});

const may = (state: StateOf<'case'>, step: Outcome): boolean => state.can(closing(state, step) as never);

/**
 * A case of a procedure that is led by the outcomes of its stages alone, without departments, meetings or days: so
 * whoever writes a procedure sees where it leads.
 */
export function byOutcomes(procedure: Procedure, scheme: TextRef): ByOutcomes {
  const kind = streamKind('case', procedure);
  const follow = (state: StateOf<'case'>, fact: Fact): StateOf<'case'> =>
    nextState(kind, state, fact).state as StateOf<'case'>;

  /** Enters whatever the case waits for, as the server does. */
  function enter(state: StateOf<'case'>): StateOf<'case'> {
    const entered = (stage: string): Fact => ({
      type: 'StageEntered',
      data: { stage, round: (state.context.entered[stage]?.round ?? 0) + 1, due: null, streams: [] },
    });
    const waiting = stagesOf(procedure.definition).filter(({ id }) => state.can(entered(id) as never));
    return waiting.reduce((now, { id }) => follow(now, entered(id)), state);
  }

  const begun = enter(follow(emptyState(kind) as StateOf<'case'>, opened(procedure, scheme)));
  const walk: ByOutcomes['walk'] = (steps, from = begun) =>
    steps.reduce((state, step) => enter(follow(state, closing(state, step))), from);

  function amended(state: StateOf<'case'>, change: string, to: TextRef): StateOf<'case'> {
    const from = state.context.texts.manuscript;
    const keeps = [...keptBy(procedure.classing, 'manuscript', change)];
    const classed = follow(state, {
      type: 'ChangeClassed',
      data: {
        subject: 'manuscript',
        from: from && { ...from },
        to: { ...to },
        class: change,
        keeps,
        by: '',
      },
    });
    return enter(follow(classed, closing(classed, ['amendment', change, to])));
  }

  return { walk, open: (steps) => walk(steps).context.open, may, amended };
}
