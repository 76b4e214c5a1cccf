import type { Paper } from '../paper/paper.ts';
import type { Sheet } from '../sheet-out.ts';
import { fields, filledTo, flush, signing, table } from './blocks.ts';
import { codeOf, sheetOf, type Source } from './source.ts';

export interface OpinionForm {
  readonly source: Source;
  readonly plan: string;
  /** Id of the consultation, and of the department that is asked; null in a form for anybody. */
  readonly consultation: string;
  readonly department: { readonly id: string; readonly name: string } | null;
  /** 2026年3月13日（含当日） */
  readonly due: string;
  /** What silence counts as, as the letter says it. */
  readonly silence: string;
}

/** What a returned form is recognised by. */
export interface FormMarks {
  readonly consultation: string;
  readonly department: string | null;
}

export const OPINION_COLUMNS = ['序号', '章节（条款）', '原文', '修改建议', '理由'] as const;

const HEX = /^[0-9a-f]{32}$/;
const bare = (id: string): string => id.replaceAll('-', '').toLowerCase();
const dashed = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The names of the hidden bookmarks: letters and digits alone, as Word takes them. */
export const formAnchors = ({ consultation, department }: FormMarks): { table: string; form: string } => ({
  table: `f${bare(consultation)}`,
  form: `d${department === null ? '0'.repeat(32) : bare(department)}`,
});

/**
 * What a returned form is about, by its bookmarks or by the line at its foot that carries them. Null when neither is there.
 *
 * @param marks names of bookmarks without what the writer of the file put in front, or words of cells
 */
export function readMarks(marks: readonly string[]): FormMarks | null {
  const words = marks.flatMap((mark) => mark.split(/[^0-9a-z]+/i).map((word) => word.toLowerCase()));
  const find = (sign: string): string | undefined =>
    words.find((word) => word.startsWith(sign) && HEX.test(word.slice(1)))?.slice(1);
  const consultation = find('f');
  if (consultation === undefined) return null;
  const department = find('d');
  const named = department !== undefined && !/^0+$/.test(department);
  return { consultation: dashed(consultation), department: named ? dashed(department) : null };
}

/** As many rows as leave room on the page for the notes and the signature; more can be added. */
const ROWS = 6;
const SHEET_ROWS = 30;
const WIDTHS = [5, 14, 24, 32, 25] as const;

/** 意见反馈表: to be filled in by a 科室 and sent back; hidden bookmarks say of which consultation and whose it is. */
export function opinionForm(data: OpinionForm): Paper {
  const { source, plan, department, due, silence } = data;
  const anchors = formAnchors({ consultation: data.consultation, department: department?.id ?? null });
  return sheetOf(source, {
    title: `${plan}（征求意见稿）\n意见反馈表`,
    landscape: true,
    body: [
      {
        kind: 'paragraph',
        runs: [{ text: `反馈科室：${department?.name ?? ''}　　　　反馈截止：${due}` }],
        flush: true,
        anchor: anchors.form,
      },
      table(
        {
          head: [...OPINION_COLUMNS],
          widths: WIDTHS,
          align: ['center'],
          caption: '意见反馈表',
          anchor: anchors.table,
        },
        filledTo([], ROWS).map((_, at) => [`${at + 1}`, '', '', '\n', '']),
      ),
      flush(
        `填写说明：一条意见一行；“章节（条款）”写到“一、（二）”一级，“原文”照抄有关文字。没有意见的，在第1行写“无意见”。${silence}`,
        'kai',
      ),
      fields(
        [
          ['填表人', ''],
          ['联系电话', ''],
        ],
        2,
      ),
      signing('科室负责人'),
    ],
  });
}

/** The same as a sheet: the marks stand in the last line, small print that nobody needs to read. */
export function opinionFormSheet(data: OpinionForm): Sheet {
  const { plan, department, due, source } = data;
  const anchors = formAnchors({ consultation: data.consultation, department: department?.id ?? null });
  const code = source.hash === null ? '' : codeOf(source.hash);
  return {
    name: '意见反馈表',
    widths: [6, 20, 40, 50, 40],
    rows: [
      [`${plan}（征求意见稿）意见反馈表`],
      ['反馈科室', department?.name ?? '', '反馈截止', due, ''],
      OPINION_COLUMNS,
      ...Array.from({ length: SHEET_ROWS }, (_, at) => [`${at + 1}`, '', '', '', '']),
      ['填写说明', '一条意见一行；没有意见的，在第1行的“修改建议”中写“无意见”。', '', '', ''],
      ['表号', `${anchors.table} ${anchors.form}`, '稿次', source.draft ?? '', `校验码 ${code}`],
    ],
    heads: [0, 2],
    choices: [],
  };
}
