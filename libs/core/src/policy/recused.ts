import type { Capacity } from '../capacity.ts';
import type { Known } from '../decider.ts';
import { everyCalled } from '../stages/meeting/called-before.ts';
import { parseStream, type Kind } from '../stream.ts';

/**
 * 回避: a meeting, its ballot, and the sheet by which its item was asked for, do not exist for a person who is recused from
 * its item, in whatever post.
 *
 * @source 由本院议事规则确定：回避人员不参加讨论、不接触材料
 */
export const recusedFrom = (
  kind: Kind,
  id: string,
  capacities: readonly Capacity[],
  known: Known,
): boolean => {
  const meeting = meetingOf(kind, id, known);
  if (meeting === undefined) return false;
  const recusals = known.state('meeting', meeting)?.context.recusals ?? [];
  return recusals.some(({ person }) => capacities.some((held) => held.person === person));
};

function meetingOf(kind: Kind, id: string, known: Known): string | undefined {
  if (kind === 'meeting') return id;
  if (kind === 'ballot') return known.state('ballot', id)?.context.meeting;
  const tabled = kind === 'tabling' ? known.state('tabling', id)?.context.meeting : undefined;
  return tabled ? parseStream(tabled).id : undefined;
}

const OVER: readonly string[] = ['declared', 'adjourned', 'withdrawn', 'lapsed'];

/**
 * Hashes of the texts of a case that are withheld from a person: those of an item from which the person is recused, as long
 * as the body has not decided on it. They are read nowhere else either, though other streams cite them.
 */
export function withheld(known: Known, caseId: string, person: string): ReadonlySet<string> {
  const last = Object.values(known.state('case', caseId)?.context.meetings ?? {});
  const hidden = last
    .flatMap((name) => everyCalled(known, name))
    .flatMap((name) => {
      const state = known.state('meeting', parseStream(name).id);
      if (!state || OVER.includes(String(state.value))) return [];
      const { recusals, item, papers, tabling } = state.context;
      const sheet = tabling === null ? undefined : known.state('tabling', parseStream(tabling).id)?.context;
      const left = recusals.some((one) => one.person === person);
      return left ? [item.text, ...papers, ...(sheet?.papers ?? [])] : [];
    });
  return new Set(hidden.map(({ hash }) => hash));
}
