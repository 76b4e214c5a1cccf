import type { ArchiveItem, BundleArchive, Course, CourseLine } from '@mouding/contract';

/** What an archive numbers by. */
export interface Numbering {
  /** 全宗号; null where the institution has none. */
  readonly fonds: string | null;
  readonly year: string;
}

/** 文书档案. */
export const CATEGORY = 'WS';

/** 机构（问题）: kept short, as it stands in every 档号. */
const ORGAN = 'GHB';

const RETENTION_CODE = { 永久: 'Y', '30年': 'D30', '10年': 'D10' } as const;

/** 档号: 全宗号-门类·年度-保管期限-机构-件号. @source DA/T 22-2015 §6.3 */
export const codeOfItem = (
  { fonds, year }: Numbering,
  retention: ArchiveItem['retention'],
  no: number,
): string =>
  [
    fonds ?? '0000',
    `${CATEGORY}·${year}`,
    RETENTION_CODE[retention],
    ORGAN,
    String(no).padStart(4, '0'),
  ].join('-');

const MARKS: { readonly [mark: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);

const tag = (name: string, value: string | number | null): string =>
  value === null ? `    <${name}/>` : `    <${name}>${escaped(String(value))}</${name}>`;

const block = (name: string, lines: readonly string[]): string =>
  [`  <${name}>`, ...lines, `  </${name}>`].join('\n');

/** What stands in the metadata beside the register. */
interface Described {
  /** SHA-256 of the files, by their paths. */
  readonly digests: ReadonlyMap<string, string>;
  readonly course: Course;
}

/**
 * 归档元数据 as XML: content, structure, background and the course of business, under the names of the standard.
 *
 * @source DA/T 46-2009; 档案法实施条例 §39
 */
export function metadataXml(archive: BundleArchive, { digests, course }: Described): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<归档元数据>',
    block('案卷', headOf(archive)),
    block('业务过程', course.lines.flatMap(processOf)),
    ...archive.items.map((item) => block('文件', itemOf(item, digests.get(item.path) ?? null))),
    '</归档元数据>',
    '',
  ].join('\n');
}

const headOf = (archive: BundleArchive): readonly string[] => [
  tag('聚合层次', '件'),
  tag('来源', '业务系统直接生成'),
  tag('立档单位名称', archive.institution),
  tag('全宗号', archive.fonds),
  tag('档案门类', archive.category),
  tag('年度', archive.year),
  tag('机构', archive.office),
  tag('案卷题名', archive.caseTitle),
  tag('件数', archive.items.length),
  tag('归档时间', archive.filed.at),
  tag('归档人身份', archive.filed.as),
];

/** 机构人员、业务行为 of a stage: what it was, how it ended, and the entry of the log that shows it. */
const processOf = ({ title, basis, words, outcome, at, index }: CourseLine): readonly string[] => [
  '    <业务行为>',
  ...[
    tag('行为名称', title),
    tag('行为依据', basis),
    tag('办理情况', words.zh),
    tag('行为结果', outcome?.zh ?? null),
    tag('行为时间', at),
    tag('记录序号', index),
  ].map((line) => `  ${line}`),
  '    </业务行为>',
];

const itemOf = (item: ArchiveItem, digest: string | null): readonly string[] => [
  tag('档号', item.code),
  tag('件号', item.no),
  tag('题名', item.title),
  tag('责任者', item.responsible),
  tag('文号', item.number),
  tag('日期', item.date),
  tag('页数', item.pages),
  tag('保管期限', item.retention),
  tag('稿本', item.version),
  tag('形成方式', ORIGIN_WORDS[item.origin]),
  tag('计算机文件名', item.path),
  tag('计算机文件大小', item.bytes),
  tag('格式信息', item.format),
  tag('数字摘要算法', 'SHA-256'),
  tag('数字摘要', digest),
];

const ORIGIN_WORDS = { printed: '系统由办理记录打印', original: '提交的原件' } as const;
