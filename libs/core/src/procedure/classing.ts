import type { CaseContext, CaseFact, Subject } from '../case/case.ts';
import { sameText } from '../text-ref.ts';
import type { StageMeaning } from './compile.ts';
import { stagesOf, type Definition } from './definition.ts';

/** What a procedure says of changes after its gates. */
export interface Classing {
  readonly meaning: (stage: string) => StageMeaning;
  /** Every stage without whose yes its subject is not issued. */
  readonly gates: readonly string[];
  /** Class of change → stages that must decide the new text again; the lightest class first. */
  readonly classes: ReadonlyMap<string, readonly string[]>;
}

export const classingOf = (definition: Definition, meaning: (stage: string) => StageMeaning): Classing => ({
  meaning,
  gates: stagesOf(definition).flatMap(({ id }) => (meaning(id).binds ? [id] : [])),
  classes: new Map((definition.amendments?.classes ?? []).map(({ id, gates }) => [id, gates])),
});

/** The gates that bind a subject. */
export const bindingOf = ({ gates, meaning }: Classing, subject: Subject): readonly string[] =>
  gates.filter((gate) => meaning(gate).subject === subject);

/** The gates whose decisions stand after a change of this class. */
export const keptBy = (classing: Classing, subject: Subject, of: string): readonly string[] =>
  bindingOf(classing, subject).filter((gate) => !classing.classes.get(of)?.includes(gate));

/**
 * Gates that approved an earlier text and have not decided the current one: a further change is never lighter than the
 * one that still waits for them.
 */
export function waitingGates(
  { decided, texts }: Pick<CaseContext, 'decided' | 'texts'>,
  classing: Classing,
  subject: Subject,
): readonly string[] {
  const named = new Set([...classing.classes.values()].flat());
  return bindingOf(classing, subject).filter((gate) => {
    const approved = decided[gate]?.text ?? null;
    return named.has(gate) && approved !== null && !sameText(approved, texts[subject]);
  });
}

type Classed = Extract<CaseFact, { type: 'ChangeClassed' }>['data'];

/**
 * Whether the machine takes a classing: while a stage amends this subject, of its current text, keeping exactly what
 * the class does not ask to decide again, and no lighter than an earlier change that a gate has yet to decide.
 */
export function mayClass(context: CaseContext, classed: Classed, classing: Classing): boolean {
  const { subject, from, keeps } = classed;
  const again = classing.classes.get(classed.class);
  const amending = context.open.some((stage) => {
    const means = classing.meaning(stage);
    return means.amends === true && means.subject === subject;
  });
  if (!again || !amending || !sameText(from, context.texts[subject])) return false;
  const kept = keptBy(classing, subject, classed.class);
  const waiting = waitingGates(context, classing, subject);
  const exactly = keeps.length === kept.length && keeps.every((gate) => kept.includes(gate));
  return exactly && waiting.every((gate) => again.includes(gate));
}

type Closed = Extract<CaseFact, { type: 'StageClosed' }>['data'];

/** An amending stage ends with the class of its change, and with the text that was classed. */
export const isClassed = ({ classed, texts }: CaseContext, closed: Closed, subject: Subject): boolean =>
  classed !== null &&
  classed.class === closed.outcome &&
  sameText(classed.to, closed.text) &&
  sameText(classed.from, texts[subject]);
