import type { Breach } from '../../elsewhere.ts';
import type { Weighing } from '../../procedure/effects.ts';
import type { Notice } from '../../refusal.ts';
import type { Rule } from './facts.ts';

/**
 * What a broken rule does to a recorded meeting: as the body weighs the rule for every meeting (`rules`), then as it
 * weighs it for one that is recorded (`recorded`), otherwise `effect`.
 */
export const weighed =
  (rule: Rule) =>
  (effect: Breach['effect'], broken: readonly (Notice | null)[]): readonly Breach[] =>
    broken.flatMap((one) => {
      if (one === null) return [];
      const own = ownWeight(rule, one.rule) ?? effect;
      return own === 'off'
        ? []
        : [{ effect: own, notice: { rule: one.rule, said: one.said, facts: one.facts } }];
    });

function ownWeight(body: Rule, rule: string) {
  const { rules }: Weighing = body;
  const recorded = new Map<string, Breach['effect']>(
    Object.entries(body.recorded).map(([name, wanted]) => [`meeting.${name}`, wanted]),
  );
  return rules?.[rule]?.effect ?? recorded.get(rule);
}
