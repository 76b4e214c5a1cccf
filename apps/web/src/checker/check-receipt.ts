import { BUNDLE_PATHS, checkReceipt, isGood, receiptLines, type BundleFiles } from '@mouding/contract';
import { decodeEntry, hex, leafHash } from '@mouding/evidence';
import { MEANS } from './means.ts';

/** A 办理回执 or 不同意见凭证 beside the 归档包 that its entries should be in: whether it holds, and in which words. */
export function checkReceiptIn(
  files: BundleFiles,
  written: string,
): {
  readonly isGood: boolean;
  readonly lines: readonly { readonly zh: string; readonly en: string }[];
} {
  const entries = (files.text(BUNDLE_PATHS.entries) ?? '').split('\n').filter((line) => line !== '');
  const leaves = new Map(
    entries.map((line) => {
      const { stream, version } = decodeEntry(line);
      return [`${stream} ${version}`, hex(leafHash(line, MEANS.sha256))] as const;
    }),
  );
  const report = checkReceipt(written, files.text(BUNDLE_PATHS.receiptKey), leaves, MEANS);
  return { isGood: isGood(report), lines: receiptLines(report) };
}
