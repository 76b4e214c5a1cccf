import {
  checkNext,
  emptyChain,
  leafHexBy,
  type ChainFault,
  type ChainHead,
  type Sha256,
} from '@mouding/evidence';
import type { BundleFault } from './fault.ts';
import type { Bundle, BundledEntry } from './read-bundle.ts';

/** Every entry has the hash that it is known by; the versions of each stream are dense and chained; the log's order holds. */
export function entryFaults({ entries, manifest }: Bundle, sha256: Sha256): readonly BundleFault[] {
  const heads = new Map<string, ChainHead>();
  const faults: BundleFault[] = [];
  const leafHex = leafHexBy(sha256);
  let before = -1;
  for (const one of entries) {
    const { stream } = one.entry;
    const head = heads.get(stream) ?? emptyChain(manifest.institution.id, stream);
    const checked = checkNext(head, { entry: one.text, leafHash: one.leafHash }, leafHex);
    heads.set(stream, checked.head);
    faults.push(...checked.faults.map((fault) => chainFault(one, fault)));
    if (one.index <= before)
      faults.push({ kind: 'order', where: placeOf(one), detail: `index ${one.index} after ${before}` });
    before = one.index;
  }
  return faults;
}

/** `meeting/… 3` */
export const placeOf = ({ entry }: Pick<BundledEntry, 'entry'>): string => `${entry.stream} ${entry.version}`;

const chainFault = (one: BundledEntry, { fault, detail }: ChainFault): BundleFault => ({
  kind: fault === 'leaf-hash' ? 'entry' : 'chain',
  where: placeOf(one),
  detail: `${fault}: ${detail}`,
});
