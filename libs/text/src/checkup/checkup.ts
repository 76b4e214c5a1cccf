import { rawRange } from '../lines.ts';
import { readPlan } from '../plan.ts';
import type { Hit, Rule, Said, Severity } from './rule.ts';
import { RULES } from './rules.ts';

/** What 文稿校核 found at one place of a text. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly origin: Rule['origin'];
  /** 1-based line of the text as it was given. */
  readonly line: number;
  /** 0-based character of that line at which the quote begins. */
  readonly column: number;
  /** The place, word for word. */
  readonly quote: string;
  readonly message: Said;
  readonly why: Said;
  readonly mend: Said;
  /** Other lines that belong to it. */
  readonly also: readonly number[];
}

/** The ids of all rules, as they may be asked for. */
export const ruleIds: readonly string[] = RULES.map(({ id }) => id);

/**
 * Checks a plain text by the rules of the catalogue. Deterministic: the same text gives the same findings, in the
 * order of the text. Unknown ids among `rules` select nothing.
 */
export function checkup(
  text: string,
  { rules }: { readonly rules?: readonly string[] } = {},
): readonly Finding[] {
  const plan = readPlan(text);
  const chosen = rules ? RULES.filter(({ id }) => rules.includes(id)) : RULES;
  return chosen
    .flatMap((rule) => [...rule.find(plan)].map((hit) => finding(rule, hit)))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function finding(rule: Rule, { at, says, severity, mend, also }: Hit): Finding {
  const [from, to] = rawRange(at.line, at.from, at.to);
  return {
    rule: rule.id,
    severity: severity ?? rule.severity,
    origin: rule.origin,
    line: at.line.number,
    column: from,
    quote: at.line.raw.slice(from, to),
    message: says,
    why: rule.why,
    mend: mend ?? rule.mend,
    also: also ?? [],
  };
}
