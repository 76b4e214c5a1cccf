import type { ArchiveItem } from '@mouding/contract';
import type { Kind } from '@mouding/core';
import { cleanPaper, type Paper } from '@mouding/documents';
import { asTree, cleanDraft } from '../drafts/draft-file.ts';
import { draftsOf } from '../papers/drafts.ts';
import { paperList, paperOf } from '../papers/printing.ts';
import { citedText, openThrough } from '../queries/cited-texts.ts';
import type { Reader } from '../queries/reader.ts';
import type { Gathered } from './gather.ts';

type Retention = ArchiveItem['retention'];

/** A paper of the case that is filed as a 件 of its own. */
export interface Piece {
  /** What its file is called, behind its number. */
  readonly name: string;
  /** 题名: of a 公文 its own title. */
  readonly title: string;
  readonly retention: Retention;
  /** 稿本. */
  readonly version: string | null;
  readonly paper: Paper;
}

/**
 * Which papers are filed, in the order of the file, and for how long. Blank forms, reminders and what is printed to be
 * carried about are not. Main papers of the decision are kept for ever.
 *
 * @source 机关文件材料归档范围和文书档案保管期限规定（国家档案局令第8号） §7, §8
 */
const FILED: readonly (readonly [kind: Kind, paper: string, retention: Retention])[] = [
  ['issue', 'notice', '永久'],
  ['issue', 'dispatch', '永久'],
  ['case', 'approvals', '永久'],
  ['case', 'compilation-note', '永久'],
  ['case', 'drafting-note', '永久'],
  ['case', 'dispositions', '永久'],
  ['filing', 'letter', '永久'],
  ['tabling', 'tabling', '永久'],
  ['meeting', 'resolution', '永久'],
  ['meeting', 'minutes', '永久'],
  ['meeting', 'record', '永久'],
  ['meeting', 'vote-report', '永久'],
  ['meeting', 'attendance', '永久'],
  ['meeting', 'notice', '10年'],
  ['sitting', 'attendance', '永久'],
  ['sitting', 'notice', '10年'],
  ['consultation', 'dispositions', '30年'],
  ['consultation', 'letter', '10年'],
  ['record', 'phone-record', '30年'],
  ['manuscript', 'comparison', '30年'],
  ['indicator', 'table', '30年'],
  ['issue', 'receipt', '30年'],
  ['duty', 'duty', '30年'],
];

/** Kinds of which a stage has one in each of its rounds: the stage says which it is. */
const OF_A_STAGE: readonly string[] = ['issue', 'filing', 'tabling', 'meeting', 'consultation'];

/** What pieces are made with. */
export interface Piecing {
  /** Where people reach the pages; stands in links on papers. */
  readonly address: string;
  /** Titles of the stages, by their ids. */
  readonly stages: ReadonlyMap<string, string>;
}

/** The papers of the case one by one, each made when it is asked for: drafts first, then the rest as they are filed. */
export async function* pieces(
  reader: Reader,
  gathered: Gathered,
  { address, stages }: Piecing,
): AsyncGenerator<Piece, void, void> {
  yield* scheme(reader, gathered);
  yield* drafts(reader, gathered);
  const named = new Map<string, number>();
  for (const [kind, key, retention] of FILED)
    for (const { id, stream } of gathered.streams.filter((one) => one.kind === kind)) {
      const { papers } = await paperList(reader, kind, id);
      if (!papers.some(({ paper }) => paper === key)) continue;
      const made = await paperOf(reader, { kind, id, key, address, filedIn: gathered.caseId });
      const row = gathered.items.find((each) => each.stream === stream);
      const [title = made.name] = made.name.split('-');
      const name = numbered(named, `${title}${inBrackets(row, stages)}`);
      const { paper } = made;
      const plain = kind === 'case' ? `${gathered.title}${name}` : name;
      yield { name, title: titleOf(paper) ?? plain, retention, version: null, paper };
    }
}

type Row = Gathered['items'][number];

function inBrackets(row: Row | undefined, stages: Piecing['stages']): string {
  if (!row || row.kind === 'case') return '';
  const stage = OF_A_STAGE.includes(row.kind) ? stages.get(row.stage ?? '') : undefined;
  return `（${stage ?? row.label}）`;
}

/** A second one of the same name, of a later round, is told apart. */
function numbered(named: Map<string, number>, name: string): string {
  const times = (named.get(name) ?? 0) + 1;
  named.set(name, times);
  return times === 1 ? name : `${name}之${times}`;
}

/** A 公文 has a title of its own; a form is called by what it is. */
const titleOf = ({ form, title }: Paper): string | null =>
  form === 'document' || form === 'letter' ? title.replaceAll('\n', '') : null;

/** 工作方案, the text with which the case was opened. */
async function* scheme(reader: Reader, { caseId, entries, title }: Gathered): AsyncGenerator<Piece> {
  const opened = entries.find(({ entry }) => entry.type === 'CaseOpened')?.entry;
  if (!opened) return;
  const { texts, trees } = await openThrough(reader, 'case', caseId, [opened]);
  for (const hash of texts.keys()) {
    if (trees.has(hash)) continue;
    const text = await citedText(reader, 'case', caseId, hash);
    const trace = { draft: null, code: hash.slice(0, 8) };
    const meta = { trace, file: { author: title, at: opened.at } };
    const paper = cleanPaper(asTree(text), meta);
    const name = `${title}编制工作方案`;
    yield { name, title: name, retention: '永久', version: null, paper };
  }
}

/** 初稿 … 印发稿: of each name the last text that bore it. */
async function* drafts(reader: Reader, { caseId, items, title }: Gathered): AsyncGenerator<Piece> {
  const manuscript = items.find(({ kind }) => kind === 'manuscript');
  if (!manuscript) return;
  const all = await draftsOf(reader, caseId);
  const last = new Map(all.map((draft) => [draft.label.replace(/（第\d+稿）$/, ''), draft]));
  for (const [name, { ref, label }] of last) {
    const { paper } = await cleanDraft(reader, manuscript.id, ref.hash);
    yield { name: label, title: `${title}（${name}）`, retention: '永久', version: label, paper };
  }
}
