import type { Capacity } from '../capacity.ts';
import type { Known } from '../decider.ts';
import { servedBy } from '../org/aide.ts';
import type { OrgState } from '../org/org.ts';
import { parseStream } from '../stream.ts';
import type { Owed } from './delegated.ts';
import { permit } from './permit.ts';

/** 代录签批: by which verb a registered secretary enters what a leader owes, once it stands on paper. */
const ENTERED: { readonly [verb: string]: string } = {
  'chapter.sign-off': 'chapter.record-sign-off',
  'issue.sign': 'issue.record-step',
};

/** The holders (see rows.ts) that stand for the leaders whom somebody serves as registered secretary. */
export function holdingsServed(org: OrgState, capacities: readonly Capacity[]): readonly string[] {
  const leaders = capacities.flatMap(({ post }) => servedBy(org, post));
  return leaders.length === 0 ? [] : ['leader', ...new Set(leaders.map((post) => `post:${post}`))];
}

/** The verb by which one of these capacities may enter what a leader served owes; null where none may. */
export function entersOwed(
  known: Known,
  capacities: readonly Capacity[],
  { holder, verb, stream }: Owed,
): string | null {
  const entered = ENTERED[verb];
  const serving = capacities.filter((each) => holdingsServed(known.org, [each]).includes(holder));
  if (entered === undefined || serving.length === 0) return null;
  const { kind, id } = parseStream(stream);
  return 'capacities' in permit(entered, kind, id, serving, known) ? entered : null;
}
