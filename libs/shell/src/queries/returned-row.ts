import type { ReturnedRow } from '@mouding/contract';
import { saysNone } from '@mouding/documents';
import { clauseOf, type ClauseFound } from './clause-of.ts';
import type { Looked } from './place-now.ts';

/** An opinion as a file has it. */
export interface RawRow {
  readonly from: ReturnedRow['from'];
  readonly line: number | null;
  readonly by: string | null;
  readonly about: string;
  readonly quote: string | null;
  readonly wording: string;
  readonly proposed: string | null;
  /** The mark that its paragraph carries. */
  readonly anchor: string | null;
}

/** The most that an opinion takes of each. */
const MOST = { about: 200, quote: 2000, wording: 4000, proposed: 8000 };

const cut = (words: string | null, most: number): string | null => words && words.slice(0, most);

/** The same with its clause in the text that was sent round, cut to what an opinion takes, and what is doubtful in it. */
export function returnedRow({ anchor, ...raw }: RawRow, sent: Looked | null): ReturnedRow {
  const found = clauseOf({ anchor, quote: raw.quote }, sent);
  return {
    ...raw,
    about: (raw.about || (found.path ?? '全文')).slice(0, MOST.about),
    clause: found.clause,
    found: found.found,
    quote: cut(raw.quote, MOST.quote),
    sort: sortOf(raw, found),
    wording: raw.wording.slice(0, MOST.wording),
    proposed: cut(raw.proposed, MOST.proposed),
    doubts: [...strayQuote(raw, found), ...tooLong(raw), ...seemsNone(raw)],
  };
}

type Row = Omit<RawRow, 'anchor'>;

function sortOf({ from, quote }: Row, { clause }: ClauseFound): ReturnedRow['sort'] {
  if (from === 'revision') return 'wording';
  return clause === null && quote === null ? 'whole' : 'change';
}

const strayQuote = ({ quote }: Row, { found }: ClauseFound): ReturnedRow['doubts'] =>
  quote === null || found !== 'none'
    ? []
    : [
        {
          zh: '征求意见稿中没有找到所引原文，请核对或选择条文',
          en: 'The text that was sent round does not have these words',
        },
      ];

const tooLong = ({ wording, quote }: Row): ReturnedRow['doubts'] =>
  wording.length > MOST.wording || (quote ?? '').length > MOST.quote
    ? [{ zh: '内容过长，已截断，请核对', en: 'It was too long and was cut' }]
    : [];

const seemsNone = ({ from, wording }: Row): ReturnedRow['doubts'] =>
  from === 'comment' && saysNone(wording)
    ? [{ zh: '批注似为“无意见”，请核对', en: 'This comment seems to say that there is none' }]
    : [];
