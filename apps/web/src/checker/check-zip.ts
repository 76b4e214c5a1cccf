import './older-browsers.ts';
import { checkingBundle, type BundleFiles, type BundleReport, type BundleStep } from '@mouding/contract';
import { MEANS } from './means.ts';
import { NoZip, unzipped } from './unzip.ts';

/** What is done, for whoever waits. */
export const STEP_WORDS: { readonly [step in BundleStep]: string } = {
  read: '读取归档包',
  files: '核对文件清单',
  entries: '核对记录',
  proofs: '核对日志证明与签名',
  contents: '核对文稿、原件和密封内容',
  states: '由记录重新推算状态',
  course: '对照应经程序与实经程序',
};

/** Checks the bytes of a bundle. @param onStep is waited for before each step, so that a page can show it */
export async function checkZip(
  bytes: Uint8Array,
  onStep: (step: BundleStep) => Promise<void> | void,
): Promise<BundleReport> {
  try {
    return await checkFiles(await unzipped(bytes), onStep);
  } catch (error) {
    if (!(error instanceof NoZip)) throw error;
    return { faults: [{ kind: 'unreadable', where: 'zip', detail: error.message }], read: null };
  }
}

/** Checks the files of a bundle that was unpacked already. */
export async function checkFiles(
  files: BundleFiles,
  onStep: (step: BundleStep) => Promise<void> | void,
): Promise<BundleReport> {
  for (const step of checkingBundle(files, MEANS)) {
    if (typeof step !== 'string') return step;
    await onStep(step);
  }
  return { faults: [], read: null };
}
