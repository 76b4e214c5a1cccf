import type { Paper } from '../paper/paper.ts';
import { ofHouse } from './meeting-words.ts';

/** What every paper says of the house that prints it and of what it shows. */
export interface Source {
  /** 云州市中医院 */
  readonly institution: string;
  /** 党政综合办公室: the office that prints it. */
  readonly office: string;
  /** Law time (RFC 3339) of what it shows. */
  readonly at: string;
  /** 稿次, e.g. 征求意见稿（第3稿）; of a paper that shows no text, which entry of the log it was printed from. */
  readonly draft: string | null;
  /** SHA-256 or root, hex, of the text that it shows; of a paper that shows none, of the entry that it was printed from. */
  readonly hash: string | null;
  /** Whether it shows a text of the plan that is not issued yet. */
  readonly internal?: boolean;
}

/** What stands across the pages of a text that is not issued yet. */
export const INTERNAL = '内部资料';

const SHOWN = 8;

/** 校验码 of a text or of an entry: the first eight hexadecimal digits of its hash. The one place that says so. */
export const codeOf = (hash: string): string => hash.slice(0, SHOWN).toLowerCase();

/** 印发机关 as 版记 names it: the office behind its house. @source GB/T 9704-2012 §7.4.3 */
export const printerOf = ({ institution, office }: Source): string => ofHouse(institution, office);

/** The parts of a paper that its source decides. */
export const traced = ({
  institution,
  at,
  draft,
  hash,
  internal,
}: Source): Pick<Paper, 'trace' | 'file' | 'watermark'> => ({
  trace: { draft, code: hash === null ? null : codeOf(hash) },
  file: { author: institution, at },
  ...(internal === true ? { watermark: INTERNAL } : {}),
});

/** A form, register or report without a head. */
export const sheetOf = (source: Source, paper: Pick<Paper, 'title' | 'body'> & Partial<Paper>): Paper => ({
  form: 'sheet',
  head: null,
  ...paper,
  ...traced(source),
});
