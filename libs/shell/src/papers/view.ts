import type { Resource } from '@mouding/contract';
import type { Kind, TextRef } from '@mouding/core';
import type { Paper, PaperSource, Sheet } from '@mouding/documents';
import type { Entry } from '@mouding/evidence';
import { citedText } from '../queries/cited-texts.ts';
import { asked, type Reader } from '../queries/reader.ts';
import type { House } from './house.ts';

/** What papers of one stream are made of: all of it is what the reader may see. */
export interface View {
  readonly reader: Reader;
  readonly kind: Kind;
  readonly id: string;
  readonly house: House;
  /** The case that it belongs to. */
  readonly caseId: string;
  /** What the plan is called. */
  readonly plan: string;
  /** As the reader may see it, with its wording; null for a case, which has an overview instead. */
  readonly seen: Resource | null;
  /** Every entry of the stream: for the days on which something was done. */
  readonly entries: readonly Entry[];
  /** Where people reach the pages; empty for none. */
  readonly address: string;
  /** The case whose file the paper is for: nothing of another one stands in it. Null for whoever asked for the paper. */
  readonly filedIn: string | null;
  /** Law time, of this reading. */
  readonly now: string;
}

/** One paper as it comes out; some are also a sheet. */
export interface Printed {
  readonly paper: Paper;
  readonly sheet?: Sheet;
}

/** A kind of paper of a kind of stream. */
export interface Maker {
  /** Stands in the address. */
  readonly key: string;
  readonly title: string;
  /** Whether it is to be had as .xlsx and .csv, too. */
  readonly sheet?: true;
  /** Whether it can be printed now, for this reader. */
  there(view: View): boolean | Promise<boolean>;
  make(view: View): Printed | Promise<Printed>;
}

/** A text that a paper shows, with its 稿次. */
export interface ShownText {
  readonly ref: TextRef;
  readonly label: string;
}

/** What a text of the case is called: the plan, or the scheme by which it is made. */
export const titleOf = ({ plan }: View, subject: 'scheme' | 'manuscript'): string =>
  subject === 'manuscript' ? plan : `${plan}编制工作方案`;

/** The reading of a text that the reader may open through this stream; null for one that they may not. */
export async function readable(
  { reader, kind, id, seen }: View,
  ref: TextRef | null,
): Promise<string | null> {
  const open = ref !== null && (seen === null || seen.texts.some(({ hash }) => hash === ref.hash));
  return open ? citedText(reader, kind, id, ref.hash) : null;
}

/** What the paper says of where it comes from: the text that it shows, or the last entry of its stream. */
export async function sourceOf(view: View, shown: ShownText | null): Promise<PaperSource> {
  const { house, entries, reader, kind, id } = view;
  const last = entries.at(-1);
  const base = { institution: house.institution, office: house.office, at: last?.at ?? view.now };
  if (shown) {
    const internal = !(await isIssued(view, shown.ref));
    return { ...base, draft: shown.label, hash: shown.ref.hash, internal };
  }
  const hash = reader.world.folded.get(`${kind}/${id}`)?.hash ?? null;
  return { ...base, draft: last ? `办理记录第${last.version}条` : null, hash };
}

/** Whether what is shown is out: then it is no 内部资料 any more. */
export async function isIssued(
  { reader, caseId }: Pick<View, 'reader' | 'caseId'>,
  ref: TextRef,
): Promise<boolean> {
  const items = await reader.ledger.itemsOfCase(reader.visitor.institution, caseId);
  const issues = items.filter(({ kind }) => kind === 'issue');
  return asked(reader, (known) =>
    issues.some((item) => {
      const done = known.state('issue', item.id)?.context.done.publish;
      return done?.text?.hash === ref.hash;
    }),
  );
}

/** The sealed words of entries of a type, the last first. */
export const wordsOf = (
  { seen }: View,
  type: string,
): readonly { readonly version: number; readonly subject: string; readonly said: Words }[] =>
  (seen?.wording ?? [])
    .filter((one) => one.type === type)
    .map(({ version, subject, said }) => ({ version, subject, said: said ?? {} }))
    .toReversed();

export interface Words {
  readonly [name: string]: unknown;
}

/** A word of what was said, if it is one. */
export const said = (words: Words | undefined, name: string): string | null => {
  const found = words?.[name];
  return typeof found === 'string' && found !== '' ? found : null;
};

/** The moment of the last entry of a type; null where there is none. */
export const lastAt = ({ entries }: Pick<View, 'entries'>, type: string): string | null =>
  entries.findLast((entry) => entry.type === type)?.at ?? null;
