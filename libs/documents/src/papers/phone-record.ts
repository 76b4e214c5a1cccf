import type { Paper } from '../paper/paper.ts';
import { fields, labelled, signing, text } from './blocks.ts';
import { NOT_SHOWN } from './disposition-table.ts';
import { sheetOf, type Source } from './source.ts';

export interface PhoneRecord {
  readonly source: Source;
  /** What the call was about: 征求意见（第1次） … */
  readonly about: string;
  /** 2026年3月12日（星期四）10:20; null in a form to be filled in. */
  readonly at: string | null;
  /** The 科室 or post at the other end. */
  readonly other: string | null;
  readonly recorder: string | null;
  readonly checker: string | null;
  readonly book: string | null;
  /** What was said; undefined in a form, null where the reader may not see it. */
  readonly words: string | null | undefined;
  /** What was entered from it. */
  readonly entered: string | null;
}

/** 电话记录单: what was said on the telephone, by whom it was taken down, what was entered from it. */
export const phoneRecord = (data: PhoneRecord): Paper =>
  sheetOf(data.source, {
    title: '电话记录单',
    body: [
      fields(
        LINES.map(([label, name]) => [label, (name && data[name]) ?? '']),
        2,
      ),
      data.words === undefined
        ? { kind: 'box', label: '通话内容', lines: 10 }
        : labelled('通话内容', data.words ?? NOT_SHOWN),
      { kind: 'box', label: '处理意见', lines: 4 },
      text('注：通话内容应当场向对方复述确认；录入系统后，对方可在系统中阅看并提出异议。'),
      signing('记录人'),
      signing('核对人'),
    ],
  });

type Line = 'about' | 'at' | 'other' | 'recorder' | 'checker' | 'book' | 'entered';

const LINES: readonly (readonly [string, Line | null])[] = [
  ['事项', 'about'],
  ['通话时间', 'at'],
  ['对方科室（岗位）', 'other'],
  ['对方电话', null],
  ['记录人', 'recorder'],
  ['核对人', 'checker'],
  ['登记簿', 'book'],
  ['录入事项', 'entered'],
];
