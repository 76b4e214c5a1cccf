import type { Given, Need, Recorded } from '../../decider.ts';
import { against, type Refusal } from '../../refusal.ts';
import type { StreamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import {
  drafted,
  overdueAlready,
  strangeOwner,
  type Conditions,
  type Imposed,
  type Imposing,
} from '../condition/imposing.ts';
import {
  lateMandate,
  proposedMandate,
  unfitMandate,
  type Decided,
  type Giving,
  type MandateBody,
} from '../mandate/giving.ts';

/** What a body asks for when it agrees in principle (原则同意): conditions, a mandate to change the text, or both. */
export interface Asking {
  readonly conditions?: Conditions | undefined;
  readonly mandate?: MandateBody | undefined;
}

/** The same as facts cite it, with the facts that state it; none of it obliges anybody before it is declared. */
export interface Asked {
  readonly imposed: readonly Imposed[];
  readonly mandate: StreamName<'mandate'> | null;
  readonly facts: readonly Recorded[];
}

export function askedFor(given: Given, of: Giving, { conditions = [], mandate }: Asking): Asked {
  const set = drafted(given, imposingOf(of), conditions);
  const granted = proposedMandate(given, of, mandate);
  return { imposed: set.imposed, mandate: granted.mandate, facts: [...set.facts, ...granted.facts] };
}

const imposingOf = ({ text: _, ...of }: Giving): Imposing => of;

/** Whether anything is asked for at all. */
export const asks = ({ conditions = [], mandate }: Asking): boolean =>
  conditions.length > 0 || mandate !== undefined;

/** The text in which a mandate names its passages. */
export const askingNeeds = ({ mandate }: Asking, text: TextRef | null | undefined): readonly Need[] =>
  mandate && text ? [{ text }] : [];

/** What nobody could do: an owner who is not here, a passage that the text does not have. */
export const misasked = (given: Given, of: Decided, asking: Asking): Refusal | null =>
  strangeOwner(given, asking.conditions ?? []) ?? unfitMandate(given, of, asking.mandate);

/** The same of what is asked for now: no day of it has passed. */
export const misaskedNow = (given: Given, of: Decided, asking: Asking): Refusal | null =>
  misasked(given, of, asking) ??
  overdueAlready(given, asking.conditions ?? []) ??
  lateMandate(given, asking.mandate);

/** 原则通过 states what it asks for; no other outcome asks for anything. */
export function unpaired(outcome: string, asking: Asking): Refusal | null {
  if ((outcome === 'in-principle') === asks(asking)) return null;
  return against(
    'meeting.condition-given',
    asks(asking)
      ? '只有原则通过才附条件或者授权修改'
      : '原则通过应当写明所附条件或者授权修改的事项、责任人和期限',
    asks(asking)
      ? 'Only an agreement in principle comes with conditions or a mandate'
      : 'An agreement in principle states its conditions or its mandate, with owners and days',
    { outcome, conditions: asking.conditions?.length ?? 0, mandate: asking.mandate !== undefined },
  );
}

/** How the stage ends: 原则通过 that lets the text be changed leads elsewhere than one on conditions alone. */
export const closesAs = (outcome: string, mandate: unknown): string =>
  outcome === 'in-principle' && mandate ? 'mandated' : outcome;
