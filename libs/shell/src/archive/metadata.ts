import type { ArchiveItem, BundleArchive } from '@mouding/contract';

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

/** 归档元数据 as XML, under the names of the standard. @source DA/T 46-2009 */
export function metadataXml(archive: BundleArchive, digests: ReadonlyMap<string, string>): string {
  const items = archive.items.map((item) =>
    [
      '  <文件>',
      tag('档号', item.code),
      tag('件号', item.no),
      tag('题名', item.title),
      tag('责任者', item.responsible),
      tag('日期', item.date),
      tag('页数', item.pages),
      tag('保管期限', item.retention),
      tag('稿本', item.version),
      tag('计算机文件名', item.path),
      tag('数字摘要算法', 'SHA-256'),
      tag('数字摘要', digests.get(item.path) ?? null),
      '  </文件>',
    ].join('\n'),
  );
  const head = [
    tag('全宗号', archive.fonds),
    tag('档案门类', archive.category),
    tag('年度', archive.year),
    tag('机构', archive.office),
    tag('案卷题名', archive.caseTitle),
  ].map((line) => line.slice(2));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<归档元数据>',
    ...head,
    ...items,
    '</归档元数据>',
    '',
  ].join('\n');
}
