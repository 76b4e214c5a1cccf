import type { Capacity } from '../capacity.ts';
import type { Decision, Known, Recorded } from '../decider.ts';
import { isHarmless, isHarmlessKind, neverDelegated } from '../org/delegable.ts';
import type { Delegation } from '../org/delegation.ts';
import type { OrgState } from '../org/org.ts';
import { against, type Refusal } from '../refusal.ts';
import type { ObligationRow } from '../rows.ts';
import { parseStream, streamName, type Kind, type StreamName } from '../stream.ts';
import { capacitiesOf, holdings } from './capacities.ts';
import { stands, type Relation } from './relations.ts';

/** What a verb is asked of. */
interface Aim {
  readonly verb: string;
  readonly kind: Kind;
  readonly id: string;
}

/**
 * What keeps a delegate from an act that the delegator could do; null when nothing does, and for everybody who acts in
 * a capacity of their own.
 */
export function barred(capacity: Capacity, known: Known, aim: Aim): Refusal | null {
  if (capacity.delegation === undefined) return null;
  const delegation = known.org.context.delegations.find((each) => each.delegation === capacity.delegation);
  if (!delegation || !covers(delegation, known, aim)) return beyond(aim, capacity.delegation);
  return judgesOwn(capacity, known, aim) ? ownWork(aim) : null;
}

function covers({ scope, stays }: Delegation, known: Known, { verb, kind, id }: Aim): boolean {
  if (neverDelegated(verb) || stays.includes(streamName(kind, id))) return false;
  if (scope.within && !isIn(scope.within, known, kind, id)) return false;
  return (scope.harmless && isHarmless(verb)) || scope.verbs.includes(verb);
}

/** What frames every piece of work: shown to whoever has a part in it. */
const FRAME: readonly Kind[] = ['case', 'org', 'procedure'];

/**
 * Whether a stream is shown in this capacity: to a delegate what the delegation is about, and nothing else that the
 * post may see.
 */
export function inSight({ delegation: id }: Capacity, known: Known, kind: Kind, stream: string): boolean {
  if (id === undefined || FRAME.includes(kind)) return true;
  const found = known.org.context.delegations.find(({ delegation }) => delegation === id);
  if (!found) return false;
  const { scope } = found;
  const about =
    scope.verbs.some((verb) => verb.startsWith(`${kind}.`)) || (scope.harmless && isHarmlessKind(kind));
  return about && (scope.within === null || isIn(scope.within, known, kind, stream));
}

/** Kinds of streams that stand in a stage of a case. */
const STAGED = [
  'research',
  'contribution',
  'deposit',
  'chapter',
  'manuscript',
  'consultation',
  'opinion',
  'condition',
  'mandate',
  'duty',
  'filing',
  'issue',
  'review',
] as const;

function isIn(
  place: NonNullable<Delegation['scope']['within']>,
  known: Known,
  kind: Kind,
  id: string,
): boolean {
  const staged = STAGED.find((each) => each === kind);
  const context: { readonly case?: string; readonly stage?: string } | undefined =
    staged && known.state(staged, id)?.context;
  return context?.case === place.case && context.stage === place.stage;
}

const beyond = ({ verb }: Aim, delegation: string): Refusal => ({
  ...against(
    'delegation.scope',
    '此事项不在委托范围内',
    'This is not within what was delegated',
    { verb, delegation },
    { zh: '请委托人本人办理，或者另行委托', en: 'Ask the delegator, or another delegation' },
  ),
  because: 'policy',
});

/** 审定、受理、核实: by what those whose work is judged are known. */
const JUDGED: { readonly [verb: string]: readonly Relation[] } = {
  'chapter.countersign': ['writer'],
  'chapter.sign-off': ['writer', 'owner'],
  'chapter.return': ['writer', 'owner'],
  'contribution.accept': ['own-department'],
  'contribution.return': ['own-department'],
  'condition.verify': ['condition-department', 'condition-post'],
  'indicator.return': ['indicator-department', 'indicator-filler'],
  'duty.verify': ['condition-department', 'condition-post'],
  'mandate.approve': ['condition-department', 'condition-post'],
};

function judgesOwn({ person }: Capacity, known: Known, { verb, kind, id }: Aim): boolean {
  const relations = JUDGED[verb] ?? [];
  const own = person === null ? [] : capacitiesOf(known.org, person).filter(({ delegation }) => !delegation);
  return own.some((capacity) => relations.some((relation) => stands(relation, capacity, known, kind, id)));
}

const ownWork = ({ verb }: Aim): Refusal => ({
  ...against(
    'delegation.own-work',
    '受托人不得审定本人（本科室）的报送',
    'A delegate does not judge work of their own',
    { verb },
    { zh: '请委托人本人办理', en: 'Ask the delegator' },
  ),
  because: 'policy',
});

/** What is owed by whom: as much of a row as says who may settle it. */
export type Owed = Pick<ObligationRow, 'holder' | 'verb'> & { readonly stream: string };

/** Whether one of these capacities owes it: a delegate within the delegation alone. */
export const owes = (
  known: Known,
  capacities: readonly Capacity[],
  { holder, verb, stream }: Owed,
): boolean =>
  capacities.some(
    (capacity) =>
      holdings(known.org, [capacity]).includes(holder) &&
      (capacity.delegation === undefined ||
        (!holder.startsWith('person:') &&
          barred(capacity, known, { verb, ...parseStream(stream) }) === null)),
  );

/** Those who may settle it in somebody else's place now: they are told beside whoever holds it. */
export const delegatesFor = (known: Known, owed: Owed): readonly string[] =>
  delegatesIn(known.org).filter((person) =>
    owes(
      known,
      capacitiesOf(known.org, person).filter(({ delegation }) => delegation),
      owed,
    ),
  );

const delegatesIn = ({ context }: OrgState): readonly string[] => [
  ...new Set(context.delegations.map(({ to }) => to)),
];

/** A decision with a word to the delegator, where a delegate made it. */
export function toldOf(
  decision: Extract<Decision, { readonly facts: readonly Recorded[] }>,
  capacity: Capacity,
  {
    institution,
    verb,
    stream,
  }: { readonly institution: string; readonly verb: string; readonly stream: StreamName },
): Extract<Decision, { readonly facts: readonly Recorded[] }> {
  const { delegation } = capacity;
  if (delegation === undefined || decision.facts.length === 0) return decision;
  const fact = { type: 'DelegatedActDone', data: { delegation, stream, verb } };
  return { ...decision, facts: [...decision.facts, { stream: streamName('org', institution), fact }] };
}
