import { useQueries } from '@tanstack/react-query';
import { MAKING_VERBS } from '../../api/ask-path.ts';
import { whyNewQuery } from '../../api/why.ts';

/** Each verb that begins something, with whether I may and why not, once the server has said so. */
export function useMakingVerbs() {
  const answers = useQueries({ queries: MAKING_VERBS.map(whyNewQuery) });
  return MAKING_VERBS.map((verb, i) => ({ verb, why: answers[i]?.data }));
}
