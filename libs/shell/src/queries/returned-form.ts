import type { ReturnedForm, ReturnedPreview, ReturnedRow } from '@mouding/contract';
import { MOST_OPINIONS } from '@mouding/core';
import {
  convertInChild,
  formRows,
  isUnreadable,
  markedRows,
  readMarks,
  readSheet,
  type FormAnswer,
  type MarkedRow,
  type SheetTrouble,
  type Unreadable,
  type WordIn,
} from '@mouding/documents';
import type { OriginalConverter } from '../originals/converter.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { broughtFile } from './brought-file.ts';
import { lookInto, type Looked } from './place-now.ts';
import { asked, sees, type Reader } from './reader.ts';
import { returnedRow, type RawRow } from './returned-row.ts';

/** The largest file that is read for opinions. */
const MOST_BYTES = 20_000_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a file says, before clauses are looked for. */
interface ReadFile {
  readonly form: FormAnswer | null;
  readonly marked: readonly MarkedRow[];
  readonly marks: readonly string[];
}

type Trouble = NonNullable<ReturnedPreview['trouble']>;

/**
 * 退回文件中的意见: rows of a returned 意见反馈表 (.docx, .xlsx), or tracked changes and comments of a returned 征求意见稿, to be
 * confirmed and then given with `consultation.reply` or entered with `consultation.enter-answer`. Nothing is recorded.
 *
 * @param converter for .doc and .wps; null where none is installed
 * @throws ProblemError not-found for a consultation, refused for an original, that is not there for the reader
 */
export async function returnedForm(
  reader: Reader,
  id: string,
  { file }: ReturnedForm,
  converter: OriginalConverter = null,
): Promise<ReturnedPreview> {
  const context = await asked(reader, (known) => known.state('consultation', id)?.context);
  if (!context || !(await sees(reader, 'consultation', id))) throw new ProblemError('not-found');
  const read = await readOriginal(reader, file.hash, converter);
  if ('zh' in read) return unread(read);
  return preview(id, read, await lookInto(reader, context.text));
}

const unread = (trouble: Trouble): ReturnedPreview => ({
  department: null,
  none: false,
  rows: [],
  unread: [],
  notices: [],
  trouble,
});

/** An original that the reader brought, or that an office reads anyway. */
async function readOriginal(
  reader: Reader,
  hash: string,
  converter: OriginalConverter,
): Promise<ReadFile | Trouble> {
  const file = await broughtFile(reader, hash, MOST_BYTES);
  if (!file) return sheetTrouble('too-large');
  const isSheet = file.mediaType === XLSX || file.name.toLowerCase().endsWith('.xlsx');
  return isSheet ? readForm(file.bytes) : readText({ ...file, converter });
}

function readForm(bytes: Uint8Array): ReadFile | Trouble {
  const sheet = readSheet(bytes);
  if ('trouble' in sheet) return sheetTrouble(sheet.trouble);
  const table = sheet.rows.map((row) => row.map((cell) => cell?.text ?? ''));
  return { form: formRows([table]), marked: [], marks: table.flat() };
}

interface TextFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly converter: OriginalConverter;
}

/** The same file read twice: with the changes taken, and as it was before them. */
async function readText(file: TextFile): Promise<ReadFile | Trouble> {
  const { bytes, name, converter } = file;
  const accepted = await convertInChild(bytes, name, { revisions: 'accept', converter });
  if (isUnreadable(accepted)) return troubleOf(accepted);
  const tables = accepted.paragraphs.flatMap(({ rows }) => (rows ? [rows] : []));
  const form = formRows(tables);
  const rejected = await before(accepted, file);
  if (isUnreadable(rejected)) return troubleOf(rejected);
  const all = markedRows(accepted, rejected);
  // The lines of a form are read as lines, whoever turned on tracking while filling it in.
  const marked = form ? all.filter(({ how }) => how === 'comment') : all;
  return { form, marked, marks: [...anchorsOf(accepted), ...tables.flat(2)] };
}

const anchorsOf = ({ paragraphs }: WordIn): readonly string[] =>
  paragraphs.flatMap(({ anchor }) => (anchor === null ? [] : [anchor]));

const before = async (
  accepted: WordIn,
  { bytes, name, converter }: TextFile,
): Promise<WordIn | Unreadable> =>
  accepted.revisions.count === 0 ? accepted : convertInChild(bytes, name, { revisions: 'reject', converter });

const troubleOf = ({ zh, en, mend }: Unreadable): Trouble => ({ zh, en, needs: mend });

const SHEET_TROUBLES: { readonly [trouble in SheetTrouble]: readonly [zh: string, en: string] } = {
  'not-a-sheet': ['这不是 .xlsx 表格，或者已损坏。', 'This is no .xlsx sheet, or it is broken.'],
  macros: ['表格含有宏，已拒收。', 'The sheet has macros.'],
  links: ['表格引用了其他文件，已拒收。', 'The sheet refers to other files.'],
  'too-large': ['文件过大。', 'The file is too large.'],
};

const sheetTrouble = (trouble: SheetTrouble): Trouble => {
  const [zh, en] = SHEET_TROUBLES[trouble];
  return {
    zh,
    en,
    needs: {
      zh: '请用发出的意见反馈表填写，另存为 .xlsx 或 .docx 后重新上传。',
      en: 'Fill in the form that was sent, save it as .xlsx or .docx and upload it again.',
    },
  };
};

function preview(id: string, { form, marked, marks }: ReadFile, sent: Looked | null): ReturnedPreview {
  const named = readMarks(marks);
  const rows = [...(form ? rowsOfForm(form) : []), ...marked.map(rowOfMark)].map((raw) =>
    returnedRow(raw, sent),
  );
  return {
    department: named?.department ?? null,
    none: rows.length === 0 && saysThatNone(form),
    rows,
    unread: form ? [...form.unread] : [],
    notices: noticesOf(id, { named: named?.consultation ?? null, rows, form }),
    trouble: null,
  };
}

const saysThatNone = (form: FormAnswer | null): boolean => form?.none === true;

const rowsOfForm = ({ rows }: FormAnswer): readonly RawRow[] =>
  rows.map((row) => ({ from: 'form', by: null, proposed: null, anchor: null, ...row }));

const rowOfMark = ({ how, ...row }: MarkedRow): RawRow => ({ from: how, line: null, ...row });

interface Noticed {
  readonly named: string | null;
  readonly rows: readonly ReturnedRow[];
  readonly form: FormAnswer | null;
}

function noticesOf(id: string, { named, rows, form }: Noticed): ReturnedPreview['notices'] {
  const notices = [];
  if (named !== null && named !== id)
    notices.push({ zh: '这是另一次征求意见的反馈表', en: 'This form is of another consultation' });
  if (rows.length === 0 && !saysThatNone(form))
    notices.push({
      zh: '文件中没有读到意见：没有反馈表、修订或批注',
      en: 'No opinions were found: neither a form nor changes nor comments',
    });
  if (rows.length > MOST_OPINIONS)
    notices.push({
      zh: `共${rows.length}条，每次最多反馈${MOST_OPINIONS}条，请分次提交`,
      en: `${rows.length} opinions; at most ${MOST_OPINIONS} are given at once`,
    });
  return notices;
}
