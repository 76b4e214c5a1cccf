import type { Block, Paper } from '../paper/paper.ts';
import { fields, filledTo, flush, heading, numbered, signing, table, text } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';

/** A target of the last plan, as it was set and as it came out. */
export interface LastTarget {
  readonly name: string;
  readonly unit: string;
  readonly target: string;
  /** Null where nobody has answered for it yet. */
  readonly actual: string | null;
}

export interface SubmissionTemplate {
  readonly source: Source;
  /** 云州市中医院“十五五”发展规划 */
  readonly plan: string;
  /** A 科室 hands in material, a chapter is written by its 责任部门. */
  readonly of:
    | { readonly kind: 'contribution'; readonly department: string }
    | {
        readonly kind: 'chapter';
        readonly no: number;
        readonly title: string;
        readonly lead: string;
        readonly writer: string;
        readonly support: readonly string[];
      };
  /** 2025年12月10日（含当日）; null where no date is set. */
  readonly due: string | null;
  /** 2021—2025年, 2026—2030年; null where the plan does not say them. */
  readonly years: { readonly last: number; readonly next: number };
  readonly last: readonly LastTarget[];
}

interface Section {
  readonly title: string;
  readonly asks: string;
  /** Which table stands under it. */
  readonly table?: 'last' | 'next';
}

const MATERIAL: readonly Section[] = [
  {
    title: '上期规划完成情况',
    asks: '对照上期规划逐项说明完成情况；未完成的，说明原因。已取得的成绩与今后的任务分开写，成绩写明时间和数据来源。',
    table: 'last',
  },
  {
    title: '现状与主要问题',
    asks: '人员、床位、设备、业务量等现状，存在的突出问题和短板，与同级同类科室的差距。',
  },
  { title: '发展思路与目标', asks: '本规划期的定位、总体目标和分年度安排。' },
  {
    title: '主要指标',
    asks: '每项指标写明单位、基期值、目标值、统计口径和数据来源；暂不能确定的填“待核”，不留空、不用“若干”。',
    table: 'next',
  },
  { title: '重点任务与举措', asks: '逐项列出任务、举措、责任人和完成时限。' },
  { title: '需要医院统筹支持的事项', asks: '人才、设备、用房、信息化和经费需求，写明数量和测算依据。' },
];

const CHAPTER: readonly Section[] = [
  { title: '发展基础', asks: '上期规划本领域任务和指标的完成情况。', table: 'last' },
  { title: '形势与问题', asks: '政策要求、发展机遇、突出问题和短板。' },
  { title: '发展目标', asks: '总体目标和2—4项具体目标，与上级规划和全院总体目标衔接。' },
  {
    title: '主要指标',
    asks: '指标与正文、附表的数值一致；延续、调整、新增、取消均写明理由。',
    table: 'next',
  },
  { title: '重点任务与举措', asks: '按“任务—举措—责任部门—完成时限”逐项编写。' },
  { title: '重点项目', asks: '项目名称、建设内容、起止年限、投资估算和资金来源。' },
  { title: '保障措施', asks: '组织、人才、经费、信息和考核保障。' },
];

/** 报送模板 of a 科室 or of a chapter: what to write, the table of indicators, what the last plan had set. */
export function submissionTemplate(data: SubmissionTemplate): Paper {
  const { source, plan, of } = data;
  const isChapter = of.kind === 'chapter';
  return sheetOf(source, {
    title: isChapter ? `${plan}\n篇章报送稿` : `${plan}\n科室发展规划（素材）报送稿`,
    body: [
      fields(isChapter ? chapterFields(of, data.due) : materialFields(of.department, data.due), 2),
      ...HOW_TO.map((line) => flush(line, 'kai')),
      ...(isChapter ? CHAPTER : MATERIAL).flatMap((section, at) => sectionOf(data, section, at)),
      { kind: 'space', lines: 1 },
      ...(isChapter
        ? [signing('责任部门负责人'), signing('牵头领导')]
        : [signing('填报人'), signing('科室负责人')]),
    ],
  });
}

const HOW_TO: readonly string[] = [
  '填写说明：请保留“一、”“（一）”“1.”“（1）”的层次和标题样式，正文直接写在各标题之下；表格可以加行，不合并、不改动表头。',
  '报送时请接受或删除全部修订和批注，不插入宏和外部链接；扫描件另附。没有内容的条目写“无”。',
];

type Pairs = readonly (readonly [string, string])[];

const materialFields = (department: string, due: string | null): Pairs => [
  ['报送科室', department],
  ['报送截止', due ?? '另行通知'],
  ['填报人', ''],
  ['联系电话', ''],
];

const chapterFields = (
  { no, title, lead, writer, support }: Extract<SubmissionTemplate['of'], { kind: 'chapter' }>,
  due: string | null,
): Pairs => [
  ['篇章', `第${no}篇章　${title}`],
  ['报送截止', due ?? '另行通知'],
  ['牵头领导', lead],
  ['责任部门', writer],
  ['配合部门', support.length > 0 ? support.join('、') : '无'],
  ['执笔人', ''],
];

function sectionOf(data: SubmissionTemplate, section: Section, at: number): readonly Block[] {
  const head = [heading(numbered(at, section.title)), text(`（${section.asks}）`)];
  if (section.table === 'last') return [...head, lastTable(data)];
  if (section.table === 'next') return [...head, nextTable(data)];
  return [...head, { kind: 'space', lines: 3 }];
}

const LEAST_ROWS = 5;

const lastTable = ({ last, years }: SubmissionTemplate): Block =>
  table(
    {
      head: [
        '序号',
        '指标名称',
        '单位',
        `${years.last}年目标值`,
        `${years.last}年实际值`,
        '是否完成',
        '原因',
      ],
      widths: [5, 18, 7, 11, 11, 9, 15],
      align: ['center', undefined, 'center', 'center', 'center', 'center'],
      caption: '上期规划指标完成情况表',
    },
    filledTo(
      last.map(({ name, unit, target, actual }, at) => [
        `${at + 1}`,
        name,
        unit,
        target,
        actual ?? '',
        '',
        '',
      ]),
      LEAST_ROWS,
    ),
  );

const nextTable = ({ last, years }: SubmissionTemplate): Block =>
  table(
    {
      head: [
        '序号',
        '指标名称',
        '单位',
        `${years.last}年基期值`,
        `${years.next}年目标值`,
        '延续/调整/新增/取消',
        '口径与数据来源',
      ],
      widths: [5, 18, 7, 11, 11, 12, 18],
      align: ['center', undefined, 'center', 'center', 'center', 'center'],
      caption: '本期规划指标表',
    },
    filledTo(
      last.map(({ name, unit, actual }, at) => [`${at + 1}`, name, unit, actual ?? '', '', '', '']),
      LEAST_ROWS,
    ),
  );
