import { OUTCOME_WORDS, wordsOf } from '@mouding/contract';
import type { Procedure, Stage } from '@mouding/core';

/** A body says its outcomes in words of its own (研究同意, 审议通过 …); a change is called by the title of its class. */
export function outcomeWords(stage: Stage, outcome: string, procedure: Procedure): string {
  const body = stage.with['body'];
  const words = typeof body === 'string' ? procedure.definition.bodies[body]?.words : undefined;
  const own = (words as { readonly [outcome: string]: string } | undefined)?.[outcome];
  if (outcome === 'mandated' && words) return `${words['in-principle']}（授权修改）`;
  return own ?? classWords(stage, outcome, procedure) ?? wordsOf(OUTCOME_WORDS, outcome).zh;
}

const classWords = (
  stage: Stage,
  outcome: string,
  { definition, classing }: Procedure,
): string | undefined =>
  classing.meaning(stage.id).amends
    ? definition.amendments?.classes.find(({ id }) => id === outcome)?.title
    : undefined;
