import { z } from 'zod';
import { inTime, minutesBefore } from '../calendar.ts';
import { lastMoment, type Dated } from '../deadlines/grace.ts';
import type { Given, Need } from '../decider.ts';
import type { Breach } from '../elsewhere.ts';
import { unknownFile, unknownText, type Refusal } from '../refusal.ts';
import { FileRef, TextRef } from '../text-ref.ts';

/** What is handed in: a text, its original (a Word file, a scan), or both; never neither. */
export interface HandedIn {
  readonly text?: TextRef | undefined;
  readonly original?: FileRef | undefined;
}

/** How something came that the office entered: on paper, on a stick, by WeChat, by mail, otherwise. */
export const Carrier = z
  .enum(['paper', 'usb', 'wechat', 'mail', 'other'])
  .meta({ description: '纸质、U盘、微信、邮件、其他 · how it came' });
export type Carrier = z.infer<typeof Carrier>;

/** What came in, as facts hold it. */
export type Came = {
  text: TextRef | null;
  /** The original, byte for byte; absent in facts of the first version. */
  original?: FileRef | null;
};

/** When it came, and how. */
export type Arrival = {
  /** Law time in UTC at which the last byte was here; of what was entered by the office, as claimed. */
  received: string;
  late: boolean;
  /** 宽限期内: after the date and within its grace. */
  inGrace?: true;
  /** How it came to the office that entered it (补录); null when it was handed in here. */
  carrier?: Carrier | null;
};

export const HANDED_IN = { text: TextRef.optional(), original: FileRef.optional() };

export const isSomething = ({ text, original }: HandedIn): boolean =>
  text !== undefined || original !== undefined;

export const SOMETHING = '文稿、原件至少应有其一 · a text or an original is needed';

export const handedInNeeds = ({ text, original }: HandedIn): readonly Need[] => [
  ...(text ? [{ text }] : []),
  ...(original ? [{ file: original }] : []),
];

export const cameOf = ({ text, original }: HandedIn): Came => ({
  text: text ?? null,
  original: original ?? null,
});

/** What is handed in and not here, or another's. */
export function notHere(given: Given, { text, original }: HandedIn): Refusal | null {
  if (text && !given.has(text)) return unknownText(text);
  return original && !given.hasFile(original) ? unknownFile(original, '所引用的原件') : null;
}

/** Minutes between the arrival of an original and the word that it is handed in, for which the arrival counts. */
const ONE_HAND_IN = 15;

/**
 * The moment of a hand-in: when all its bytes were complete. An original that its sender brought within a quarter of an
 * hour before the word of handing in belongs to it, so that nobody is late for a slow conversion or a second click; a
 * form that was opened earlier, or a text typed after, does not reach back. Without an original it is the command's own
 * arrival.
 */
export function receivedAt(given: Given, { text, original }: HandedIn): string {
  const { received } = given;
  const arrivals = original ? [original, ...(text ? [text] : [])].map((ref) => given.arrived(ref)) : [];
  const last = arrivals.reduce(later, '');
  return last && last >= minutesBefore(received, ONE_HAND_IN) && last < received ? last : received;
}

/** Instants are written in one form; what nobody saw arrive was never complete before. */
const later = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? null : one < other ? other : one;

/** 代报 of what was received late before: the earlier day that is claimed shows, and takes no mark away. */
export function claimedEarlier(
  kind: 'contribution' | 'chapter',
  { wasLate, ...dated }: Dated & { readonly wasLate: boolean },
  received: string,
): readonly Breach[] {
  const { due } = dated;
  if (!wasLate || !inTime(received, lastMoment(dated))) return [];
  const said = {
    zh: '此前已逾期报送；所称报送时间在期限之内，逾期标记保留',
    en: 'It was received late before; the day that is claimed now lies within the date, and the mark stays',
  };
  return [{ effect: 'warn', notice: { rule: `${kind}.was-late`, said, facts: { due, received } } }];
}

const sameRef = (a: { readonly hash: string } | null, b: { readonly hash: string } | null): boolean =>
  a?.hash === b?.hash;

/** Whether two hand-ins are of the same text and original. */
export const sameCame = (a: Came, b: Came): boolean =>
  sameRef(a.text, b.text) && sameRef(a.original ?? null, b.original ?? null);

/** Why an original cannot be worked with. A code, so that the clock can say it without words. */
export const Cause = z.enum(['unreadable', 'not-converted', 'infected', 'wrong-file', 'unsafe']).meta({
  description: '无法打开、无法转换、疑有病毒、内容不符、含不安全内容 · why it cannot be worked with',
});
export type Cause = z.infer<typeof Cause>;

/** 理由, in the words of whoever gives it: never empty, at most so many characters. */
export const Reason = (zh: string, en: string, most = 2000) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .meta({ description: `${zh} · ${en}` });

/** What is sent to ask for another original. */
export const QUARANTINING = { cause: Cause, words: Reason('说明', 'what is wrong').optional() };
