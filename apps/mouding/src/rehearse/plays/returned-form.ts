import { ReturnedPreview } from '@mouding/contract';
import { OPINION_COLUMNS, writeWord, type Paper } from '@mouding/documents';
import type { Session } from '../../client/session.ts';
import type { PlannedOpinion } from '../opinions.ts';

/** Whose form it is, of which consultation, and when it was filled in (RFC 3339). */
interface Form {
  readonly department: string;
  readonly href: string;
  readonly stream: string;
  readonly at: string;
}

/**
 * 意见反馈表: a department fills the form in, in Word; what is read from it is looked at, and given as its answer. Answers the
 * stream of the opinion.
 *
 * @throws Error when the form is read as something else than was written
 */
export async function returnForm(head: Session, form: Form, opinion: PlannedOpinion): Promise<string> {
  const { quote, wording } = opinion;
  const original = await head.keepFile(
    `意见反馈表（${form.department}）.docx`,
    await writeWord(paperOf(form, opinion)),
  );
  const preview = await head.check(`${form.href}/returned-form`, { file: original }, ReturnedPreview);
  const [row] = preview.rows;
  if (preview.rows.length !== 1 || row?.quote !== quote || !row.wording.includes(wording))
    throw new Error(`the form was read as ${JSON.stringify(preview)}`);
  const { about, clause, sort, wording: said } = row;
  const opinions = [{ about, clause, quote, sort, wording: said }];
  const { made } = await head.act(form.stream, 'reply', { opinions, original });
  if (!made) throw new Error('no opinion was given');
  return made;
}

const WIDTHS = [5, 14, 24, 32, 25];

const paperOf = ({ department, at }: Form, { quote, wording }: PlannedOpinion): Paper => ({
  form: 'sheet',
  head: null,
  title: `意见反馈表（${department}）`,
  landscape: true,
  body: [
    {
      kind: 'table',
      widths: WIDTHS,
      head: [OPINION_COLUMNS.map((column) => ({ lines: [column] }))],
      rows: [['1', '有关篇章', quote, wording, ''].map((words) => ({ lines: [words] }))],
    },
  ],
  trace: { draft: '征求意见稿', code: null },
  file: { author: department, at },
});
