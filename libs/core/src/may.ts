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
  /** The posts in which the person may ask it, the one that is taken by default first. */
  readonly posts?: string[];
  readonly rule?: string;
  readonly said?: Said;
}

/**
 * What a person may ask of this stream. Policy says who, the state of the stream whether its time has come; the rules
 * themselves speak when the act is asked for. Verbs that the person could never ask are left out.
 */
export function may(kind: Kind, id: string, capacities: readonly Capacity[], known: Known): readonly May[] {
  const asked = ASKED_OF.get(kind) ?? [];
  return asked.flatMap(({ verb, during }): readonly May[] => {
    const permitted = permit(verb, kind, id, capacities, known);
    if (!('capacities' in permitted)) return [];
    if (during && !stateIs(known, kind, id, during)) return [{ command: verb, allowed: false, ...NOT_NOW }];
    return [{ command: verb, allowed: true, posts: postsOf(permitted.capacities) }];
  });
}

const postsOf = (capacities: readonly Capacity[]): string[] => [
  ...new Set(capacities.flatMap(({ post }) => post ?? [])),
];

const ASKED_OF = Map.groupBy(COMMANDS, ({ on }) => on);

const NOT_NOW = {
  rule: 'state.not-now',
  said: { zh: '此事项目前所处的状态不能这样办理', en: 'This cannot be done in the state in which it stands' },
};

const stateIs = (known: Known, kind: Kind, id: string, names: readonly string[]): boolean => {
  const state = known.state(kind, id);
  return state !== undefined && names.some((name) => name === state.value);
};
