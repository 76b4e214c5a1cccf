import type { Ancestry, AncestryQuery } from '@mouding/contract';
import { ProblemError } from '../problem/problem-error.ts';
import { clauseHistory, clauses } from '../queries/clauses.ts';
import type { AuditScope } from './access.ts';

/** Clauses that are shown for one quote. */
const MOST = 20;

/** 语句来历: the clauses of a text in which the words stand, each with who put what there. @throws ProblemError not-found */
export async function ancestry(
  { reader }: AuditScope,
  id: string,
  { quote, manuscript, text }: AncestryQuery,
): Promise<Ancestry> {
  const { ledger, visitor } = reader;
  const items = await ledger.items(visitor.institution, { kinds: ['manuscript'], case: id });
  const item = manuscript === undefined ? items.at(-1) : items.find((each) => each.id === manuscript);
  if (!item) throw new ProblemError('not-found');
  const list = await clauses(reader, item.id, text);
  const hits = list.items.filter((clause) => clause.text?.includes(quote)).slice(0, MOST);
  const found: Ancestry['found'] = [];
  for (const { node, text: clause } of hits)
    found.push({ ...(await clauseHistory(reader, item.id, node, list.text.hash)), clause: clause ?? '' });
  return { quote, manuscript: item.stream, text: list.text, found };
}
