import type { Paper } from '../paper/paper.ts';
import { below, fields, flush, heading, signing, table, text } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';

/** An entry of the record that a sheet of evidence cites. */
export interface CitedEntry {
  /** 第12条: its place in the log. */
  readonly entry: string;
  /** 2026年3月5日（星期四）14:30. */
  readonly at: string;
  readonly what: string;
  /** The post, with the name where it is known. */
  readonly by: string;
  /** The hash of its leaf, hex. */
  readonly hash: string;
}

export interface EvidenceSheet {
  readonly source: Source;
  /** 项目名称: the plan. */
  readonly plan: string;
  /** 调阅函文号. */
  readonly letter: string;
  /** 审计（调查）事项. */
  readonly title: string;
  /** 事实摘要, in paragraphs. */
  readonly said: readonly string[];
  readonly basis: string | null;
  readonly entries: readonly CitedEntry[];
  readonly auditor: string;
  /** 2026年3月5日. */
  readonly on: string;
}

/**
 * 审计取证单: what the auditor states, the entries that it rests on, and room for the word of the institution.
 *
 * @source 审计取证单（国家审计准则所附文书）
 */
export const evidenceSheet = (sheet: EvidenceSheet): Paper =>
  sheetOf(sheet.source, {
    title: '审计取证单',
    body: [
      fields([
        ['项目名称', sheet.plan],
        ['被审计单位', sheet.source.institution],
        ['调阅函文号', sheet.letter],
        ['审计（取证）事项', sheet.title],
      ]),
      heading('一、审计（取证）事项摘要'),
      ...sheet.said.map(text),
      ...(sheet.basis === null ? [] : [heading('二、依据'), text(sheet.basis)]),
      heading(`${sheet.basis === null ? '二' : '三'}、所据办理记录`),
      entriesOf(sheet.entries),
      below('以上记录可凭序号和校验值，用归档包内的核验工具或者公开的第三方工具逐条核对。'),
      flush(`审计人员：${sheet.auditor}　　　编制日期：${sheet.on}`),
      { kind: 'box', label: '证据提供单位意见（盖章）', lines: 6 },
      signing('证据提供单位负责人'),
    ],
  });

/** Hexadecimal digits of a hash that are printed; who checks needs the place in the log and these. */
const DIGITS = 16;

const entriesOf = (entries: readonly CitedEntry[]) =>
  table(
    {
      head: ['记录', '时间', '事项', '办理人', '校验值'],
      widths: [12, 24, 28, 18, 18],
      align: ['center', 'center', undefined, 'center', 'center'],
      caption: '所据办理记录',
    },
    entries.map(({ entry, at, what, by, hash }) => [entry, at, what, by, hash.slice(0, DIGITS)]),
  );
