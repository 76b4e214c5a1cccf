import type { Given, Known, Need } from '../../decider.ts';
import { against, type Notice, type Refusal } from '../../refusal.ts';
import { isTree, type TextRef } from '../../text-ref.ts';
import type { ConsultationState } from '../consult/consultation.ts';
import type { OpinionRow } from './opinion-row.ts';

type Rows = readonly Pick<OpinionRow, 'clause'>[];

type Quoting = readonly Pick<OpinionRow, 'clause' | 'quote'>[];

const named = (rows: Rows): readonly string[] => rows.flatMap(({ clause }) => (clause ? [clause] : []));

/** The text that was sent round, where an opinion names a clause of it. */
export const clauseNeeds = (known: Known, id: string, rows: Rows): readonly Need[] => {
  const text = known.state('consultation', id)?.context.text;
  return text && isTree(text) && named(rows).length > 0 ? [{ text }] : [];
};

/** Opinions on clauses that the text which was sent round does not have. */
export function strangeClauses(given: Given, { context }: ConsultationState, rows: Rows): Refusal | null {
  const clauses = named(rows);
  if (clauses.length === 0) return null;
  const there = context.text && isTree(context.text) ? nodesOf(given, context.text) : new Set<string>();
  const strange = rows.flatMap(({ clause }, i) => (clause && !there.has(clause) ? [i + 1] : []));
  if (strange.length === 0) return null;
  return against(
    'opinion.clause',
    `第${strange.join('、')}条意见所指的条文不在征求意见稿中`,
    `The text that was sent round does not have the clause of opinion ${strange.join(', ')}`,
    { opinions: strange },
    { zh: '请重新选择条文，或者只填对应位置', en: 'Choose the clause again, or name the place in words' },
  );
}

/** Opinions whose quote is not in the clause that they name: they are kept, and looked at by their clause alone. */
export function strayQuotes(given: Given, { context }: ConsultationState, rows: Quoting): readonly Notice[] {
  if (!context.text || !isTree(context.text) || named(rows).length === 0) return [];
  const texts = new Map(given.tree(context.text).nodes.map(({ id, text }) => [id, squeezed(text ?? '')]));
  const stray = rows.flatMap(({ clause, quote }, i) =>
    clause && quote && !texts.get(clause)?.includes(squeezed(quote)) ? [i + 1] : [],
  );
  if (stray.length === 0) return [];
  return [
    {
      rule: 'opinion.quote',
      said: {
        zh: `第${stray.join('、')}条意见所引原文不在所指条文中，请核对引文`,
        en: `The clause of opinion ${stray.join(', ')} does not have the words that it quotes`,
      },
      facts: { opinions: stray },
    },
  ];
}

/** However it was copied: spaces and line ends do not count. */
const squeezed = (text: string): string => text.replaceAll(/[\s\u3000]+/gu, '');

const nodesOf = (given: Given, text: TextRef): ReadonlySet<string> =>
  new Set(given.tree(text).nodes.map(({ id }) => id));
