import type { Capacity } from './capacity.ts';
import { COMMANDS } from './commands.ts';
import type { Known } from './decider.ts';
import { permit } from './policy/permit.ts';
import type { Said } from './refusal.ts';
import type { Kind } from './stream.ts';

/** Whether a person may ask a command of a stream now, and if not, the rule. */
export interface May {
  readonly command: string;
  readonly allowed: boolean;
  readonly rule?: string;
  readonly said?: Said;
}

/**
 * What a person may ask of this stream. Policy says who, the state of the stream whether its time has come; the rules
 * themselves speak when the act is asked for. Verbs that the person could never ask are left out.
 */
export function may(kind: Kind, id: string, capacities: readonly Capacity[], known: Known): readonly May[] {
  const asked = ASKED_OF.get(kind) ?? [];
  return asked
    .filter(({ verb }) => 'capacities' in permit(verb, kind, id, capacities, known))
    .map(({ verb, during }) =>
      during && !stateIs(known, kind, id, during)
        ? { command: verb, allowed: false, ...NOT_NOW }
        : { command: verb, allowed: true },
    );
}

const ASKED_OF = Map.groupBy(COMMANDS, ({ on }) => on);

const NOT_NOW = {
  rule: 'state.not-now',
  said: { zh: '此事项目前所处的状态不能这样办理', en: 'This cannot be done in the state in which it stands' },
};

const stateIs = (known: Known, kind: Kind, id: string, names: readonly string[]): boolean => {
  const state = known.state(kind, id);
  return state !== undefined && names.some((name) => name === state.value);
};
