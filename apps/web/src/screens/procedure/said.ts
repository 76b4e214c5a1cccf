import { OUTCOME_WORDS } from '@mouding/contract';
import { fieldWords, isNamed, stagesOf, valueWords, type Definition, type Stage } from '@mouding/core';
import type { Language } from '../../words/language.tsx';
import { forward, outcomesOf } from './editor/steps.ts';

/** What a stage ends with: in the words of its body, by the title of a class of changes, or as everybody says it. */
export function outcomeSaid(
  definition: Definition,
  stage: Stage,
  outcome: string,
  language: Language,
): string {
  const own = ownWords(definition, stage).find(([key]) => key === outcome)?.[1];
  return own ?? OUTCOME_WORDS[outcome]?.[language] ?? outcome;
}

/** What the body of a stage, or the procedure's classes of changes, call an outcome. */
function ownWords(
  { bodies, amendments }: Definition,
  { kind, with: params }: Stage,
): readonly (readonly [string, string])[] {
  if (kind === 'amend@1') return (amendments?.classes ?? []).map(({ id, title }) => [id, title]);
  return Object.entries(bodies[String(params['body'])]?.words ?? {});
}

/** Where a stage leads, the good end first: what was published has its outcomes in no order of meaning. */
export function waysSaid(
  definition: Definition,
  stage: Stage,
): readonly (readonly [outcome: string, to: string])[] {
  const order = outcomesOf(definition, stage);
  return Object.entries(stage.then).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

/** One parameter of a stage in words. */
export interface SaidParam {
  readonly field: string;
  readonly name: string;
  readonly value: string;
}

/** Parameters that name a stage of the procedure, or its bodies. */
const NAMING: readonly string[] = ['gate', 'gates', 'keeps', 'renews', 'body'];

/** What a procedure asks of a stage, as a reader says it. */
export const paramsSaid = (definition: Definition, stage: Stage, language: Language): readonly SaidParam[] =>
  Object.entries(stage.with)
    .filter(([field]) => isNamed(field))
    .map(([field, value]) => ({
      field,
      name: fieldWords(field)[language],
      value: NAMING.includes(field) ? titled(definition, value) : valueWords(value, field)[language],
    }))
    .filter(({ value }) => value !== '');

const titled = (definition: Definition, value: unknown): string =>
  (Array.isArray(value) ? value : [value]).map((id) => titleOf(definition, String(id))).join('、');

export const titleOf = (definition: Definition, id: string): string =>
  definition.bodies[id]?.title ??
  definition.steps.find((step) => step.id === id)?.title ??
  stagesOf(definition).find((stage) => stage.id === id)?.title ??
  id;

/** Where an outcome leads, in words. */
export const targetSaid = (
  definition: Definition,
  to: string,
  words: { end: string; again: string },
): string => {
  if (to === 'end') return words.end;
  return to === 'again' ? words.again : titleOf(definition, to);
};

/** Stages that no good end of another one leads to: they come only when something did not go well. */
export function onlyWhenNeeded(definition: Definition): ReadonlySet<string> {
  const { steps } = definition;
  const led = new Set([steps[0]?.id, ...steps.map((step) => forward(definition, step))]);
  return new Set(steps.map(({ id }) => id).filter((id) => !led.has(id)));
}

/** The days of a window, as they were written, or their bounds. */
export function windowSaid({ window }: Stage): string | null {
  if (!window) return null;
  return window.words ?? [window.from, window.to].filter((part) => part !== undefined).join('—');
}
