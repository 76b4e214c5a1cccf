import type { Sentence } from './layout.ts';
import { both, wordsOf, type Words } from '../words.ts';

/** What of a bundle does not hold. */
export const BUNDLE_FAULT_WORDS: Words = {
  unreadable: both('无法读取', 'cannot be read'),
  format: both(
    '本工具不能核验此格式的归档包，请用包内所附的核验工具',
    'this checker does not know the form of the bundle; use the one that is in it',
  ),
  file: both('文件与清单不一致', 'a file is not what the manifest says'),
  entry: both('记录被改动', 'an entry was altered'),
  chain: both('记录前后不衔接', 'entries do not follow one another'),
  order: both('记录次序不一致', 'entries are out of order'),
  proof: both('记录不在所称的日志中', 'an entry is not in the log that is named'),
  signature: both('日志签名不成立', 'the signature of the log does not hold'),
  receipt: both('办理回执不成立', 'a signed receipt does not hold'),
  restart: both('记录树另起，而无双人宣告', 'a log goes on without a declaration by two people'),
  sealed: both('密封内容不一致', 'a sealed body is not what was committed to'),
  content: both('所引文稿、原件不一致', 'a text or original is not the one that is cited'),
  state: both('状态与记录不符', 'a state does not follow from the entries'),
  roster: both('当时岗位与记录不符', 'who held a post does not follow from the entries'),
  course: both('办理过程与记录不符', 'the course does not follow from the entries'),
};

export type BundleFaultKind =
  | 'unreadable'
  | 'format'
  | 'file'
  | 'entry'
  | 'chain'
  | 'order'
  | 'proof'
  | 'signature'
  | 'restart'
  | 'receipt'
  | 'sealed'
  | 'content'
  | 'state'
  | 'roster'
  | 'course';

/** One thing that does not hold, and where. */
export interface BundleFault {
  readonly kind: BundleFaultKind;
  /** A path in the bundle, or a stream and version. */
  readonly where: string;
  /** What was found, for whoever looks into it. */
  readonly detail: string;
}

/** The details that whoever is no programmer meets, in Chinese; the rest is for those who look into it. */
const DETAILS: { readonly [detail: string]: string } = {
  'another SHA-256': '内容已改动',
  'not there': '缺少',
  'no JSON': '不是 JSON',
  'not in the manifest': '清单中没有',
  'no end of a zip': '不是 zip 文件，或不完整',
};

/** The fault as a line of the screen. */
export const bundleFaultWords = ({ kind, where, detail }: BundleFault): Sentence => {
  const { zh, en } = wordsOf(BUNDLE_FAULT_WORDS, kind);
  return both(`${zh}：${where}（${DETAILS[detail] ?? detail}）`, `${en}: ${where} (${detail})`);
};
