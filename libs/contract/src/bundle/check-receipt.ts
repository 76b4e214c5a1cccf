import { openReceipt, parseVerifierKey, type SignedReceipt } from '@mouding/evidence';
import { both } from '../words.ts';
import type { Sentence } from './layout.ts';
import type { BundleMeans } from './read-bundle.ts';

/** What a check of a 办理回执 or 不同意见凭证 found, by itself: no server and no database is asked. */
export type ReceiptReport =
  | { readonly verdict: 'no-key' | 'not-signed' }
  | { readonly verdict: 'signed'; readonly receipt: SignedReceipt }
  /** Beside the entries of a 归档包: which of its entries are not there as the house signed them. */
  | {
      readonly verdict: 'recorded' | 'missing';
      readonly receipt: SignedReceipt;
      readonly absent: readonly string[];
    };

/** The entries of a bundle by `stream version`, with their leaf hashes. */
export type LeafHashes = ReadonlyMap<string, string>;

/**
 * Checks a signed receipt.
 *
 * @param keyLine the verifier key of the house's receipts
 * @param leaves the entries that somebody has; null where there are none to compare with
 */
export function checkReceipt(
  written: string,
  keyLine: string | undefined,
  leaves: LeafHashes | null,
  { sha256, verify }: BundleMeans,
): ReceiptReport {
  const key = keyLine === undefined ? null : parseVerifierKey(keyLine.trim(), sha256);
  if (!key) return { verdict: 'no-key' };
  const receipt = openReceipt(written, key, sha256, verify);
  if (!receipt || !key.name.endsWith(`/receipts/${receipt.institution}`)) return { verdict: 'not-signed' };
  if (!leaves) return { verdict: 'signed', receipt };
  const absent = receipt.entries
    .filter(({ stream, version, leafHash }) => leaves.get(`${stream} ${version}`) !== leafHash)
    .map(({ stream, version }) => `${stream} ${version}`);
  return { verdict: absent.length === 0 ? 'recorded' : 'missing', receipt, absent };
}

/** Whether the receipt holds. */
export const isGood = ({ verdict }: ReceiptReport): boolean => verdict === 'signed' || verdict === 'recorded';

const VERDICTS: { readonly [verdict in ReceiptReport['verdict']]: Sentence } = {
  'no-key': both('不一致：没有可用的回执公钥', 'Not consistent: there is no key of receipts'),
  'not-signed': both(
    '不一致：回执不是该单位签署的，或者已被改动',
    'Not consistent: the house has not signed this receipt, or it was altered',
  ),
  signed: both('一致：回执由该单位签署', 'Consistent: the house has signed this receipt'),
  recorded: both(
    '一致：回执由该单位签署，所载记录在归档包内',
    'Consistent: the house has signed this receipt, and its entries are in the bundle',
  ),
  missing: both(
    '不一致：该单位签署过的记录不在归档包内，或者已被改动',
    'Not consistent: entries that the house has signed are not in the bundle, or were altered',
  ),
};

/** The report as lines of the screen. */
export function receiptLines(report: ReceiptReport): readonly Sentence[] {
  const said = VERDICTS[report.verdict];
  if (!('receipt' in report)) return [said];
  const { entries, dissent } = report.receipt;
  return [
    said,
    ...(dissent
      ? [
          both(
            `不同意见：会议 ${dissent.meeting}，第${dissent.item}项，内容承诺值 ${dissent.commitment}`,
            `Dissent: meeting ${dissent.meeting}, item ${dissent.item}, commitment ${dissent.commitment}`,
          ),
        ]
      : []),
    ...entries.map(({ stream, version, at, leafHash }) =>
      both(
        `记录：${stream} ${version}，${at}，${leafHash}`,
        `Entry: ${stream} ${version}, ${at}, ${leafHash}`,
      ),
    ),
    ...('absent' in report ? report.absent : []).map((each) =>
      both(`缺少或已改动：${each}`, `Missing or altered: ${each}`),
    ),
  ];
}
