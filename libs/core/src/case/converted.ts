import { sameText, type TextRef } from '../text-ref.ts';
import type { CaseContext, CaseFact } from './case.ts';

type Converted = Extract<CaseFact, { type: 'TextConverted' }>['data'];

/**
 * Everything that named the text under its old name names it under the new one: current text, decisions, exemptions, the
 * change that was classed. The reading is the same, so that no decision is widened by it.
 */
export function converted(context: CaseContext, { subject, from, to }: Converted): Partial<CaseContext> {
  const named = renaming(from, to);
  const { texts, decided, exemptions, classed } = context;
  return {
    texts: { ...texts, [subject]: to },
    decided: mapped(decided, (last) => ({
      ...last,
      text: last.text && named(last.text),
      ...(last.own ? { own: named(last.own) } : {}),
      ...(last.provided ? { provided: named(last.provided) } : {}),
    })),
    exemptions: mapped(exemptions, (each) => ({ ...each, text: named(each.text) })),
    classed: classed && { ...classed, from: named(classed.from), to: named(classed.to) },
  };
}

const renaming =
  (from: TextRef, to: TextRef) =>
  (text: TextRef): TextRef =>
    sameText(text, from) ? to : text;

const mapped = <V>(all: { readonly [key: string]: V }, change: (value: V) => V): { [key: string]: V } =>
  Object.fromEntries(Object.entries(all).map(([key, value]) => [key, change(value)]));
