import type { Paper } from '../paper/paper.ts';
import { labelled, numbered, heading, text } from './blocks.ts';
import { meetingName, ofHouse, paperOfMeeting, postList } from './meeting-words.ts';
import { traced, printerOf, type Source } from './source.ts';

/** 记录链校验值: the signed head of the record that the minutes stand in. */
export interface PrintedHead {
  readonly size: number;
  /** Hex. */
  readonly root: string;
  /** The checkpoint as a signed note: what the QR code holds. */
  readonly note: string;
  /** How many witnesses signed it, and how many the house wants; null where it wants none. */
  readonly witnesses: { readonly signed: number; readonly required: number } | null;
}

export interface MeetingMinutes {
  readonly source: Source;
  readonly body: string;
  /** 〔2026〕5号; null while it has none. */
  readonly number: string | null;
  readonly at: string;
  /** 2026年4月8日 */
  readonly on: string;
  readonly place: string;
  readonly chair: string;
  readonly recorder: string;
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly others: readonly string[];
  readonly item: string;
  readonly text: { readonly label: string; readonly code: string };
  readonly outcome: string;
  readonly sum: string;
  /** 附条件事项 and 授权修改, with owner and date, in sentences. */
  readonly conditions: readonly string[];
  /** 督办事项, the same. */
  readonly duties: readonly string[];
  readonly copies: readonly string[];
  /** Null while no head that covers the meeting was signed. */
  readonly head?: PrintedHead | null;
}

/** 会议纪要 in its own form: what was decided, to be signed by whoever presided. @source GB/T 9704-2012 纪要格式 */
export function meetingMinutes(data: MeetingMinutes): Paper {
  const { source, body, number, at, on, place, chair, item, outcome, sum, conditions, duties } = data;
  return {
    form: 'minutes',
    head: { mark: `${ofHouse(source.institution, meetingName(body))}纪要`, number, signers: [] },
    title: paperOfMeeting(body, '纪要'),
    body: [
      text(
        `${at}，${chair}在${place}主持召开${meetingName(body)}，审议${item}（${data.text.label}，校验码${data.text.code}）。现纪要如下：`,
      ),
      heading(numbered(0, '审议意见')),
      text(`会议认真审议了${item}，${outcome}。${sum === '' ? '' : `表决情况：${sum}。`}`),
      ...conditions.map((one, n) => text(`（${n + 1}）${one}`)),
      ...(duties.length > 0
        ? [heading(numbered(1, '督办事项')), ...duties.map((one, n) => text(`${n + 1}. ${one}`))]
        : []),
      { kind: 'space', lines: 1 },
      labelled('出席', postList(data.present)),
      ...(data.absent.length > 0 ? [labelled('请假', postList(data.absent))] : []),
      ...(data.others.length > 0 ? [labelled('列席', postList(data.others))] : []),
      labelled('记录', data.recorder),
      ...(data.head ? headBlocks(data.head) : []),
    ],
    imprint: { copies: data.copies, printer: printerOf(source), printed: on },
    ...traced(source),
  };
}

/** What stands in the paper is enough to find the head again; the code holds it whole, signature and all. */
const headBlocks = ({ size, root, note, witnesses }: PrintedHead): Paper['body'] => [
  labelled('记录链校验值', `前${size}条${witnessWords(witnesses)}`),
  // A value breaks nowhere: in one line with the words before it, it would pull those apart.
  { kind: 'paragraph', runs: [{ text: root.slice(0, 32) }], held: true },
  { kind: 'qr', data: note, caption: '扫码留存记录链检查点（含签名）' },
];

/** A head that lacks lines says so where it is printed. */
function witnessWords(witnesses: PrintedHead['witnesses']): string {
  if (!witnesses) return '';
  const { signed, required } = witnesses;
  return `，见证${signed}/${required}${signed < required ? '（打印时尚未齐全）' : ''}`;
}
