import { BUNDLE_PATHS, type BundleContents, type BundleStates, type Course } from '@mouding/contract';
import type { Packed } from '@mouding/documents';
import { sealedOf } from './cited.ts';
import type { Gathered } from './gather.ts';
import { jsonFile, type Making } from './making.ts';
import type { Proven } from './proofs.ts';
import { receiptFiles } from './signed-receipts.ts';

function* machineDataFiles(
  { gathered, capacities }: Making,
  { contents, proven: { proofs, checkpoint }, course }: Parts,
): Generator<Packed, void, void> {
  yield { name: BUNDLE_PATHS.entries, content: gathered.entries.map(({ text }) => `${text}\n`).join('') };
  yield jsonFile(BUNDLE_PATHS.proofs, proofs);
  if (checkpoint) {
    yield { name: BUNDLE_PATHS.checkpoint, content: checkpoint.note };
    yield { name: BUNDLE_PATHS.logKey, content: `${checkpoint.log}\n` };
    yield { name: BUNDLE_PATHS.witnesses, content: checkpoint.witnesses.map((key) => `${key}\n`).join('') };
  }
  yield jsonFile(BUNDLE_PATHS.contents, contents);
  yield jsonFile(BUNDLE_PATHS.states, statesOf(gathered));
  yield jsonFile(BUNDLE_PATHS.capacities, [...capacities.values()]);
  yield jsonFile(
    BUNDLE_PATHS.course,
    course.lines.map(({ stage, status }) => ({ stage, status })),
  );
}

/** What was found out of the case for this. */
export interface Parts {
  readonly contents: BundleContents;
  readonly proven: Proven;
  readonly course: Course;
}

/** What programs read of a bundle, but for the manifest, the texts and the originals. */
export async function* machineData(making: Making, parts: Parts): AsyncGenerator<Packed, void, void> {
  yield* machineDataFiles(making, parts);
  yield* receiptFiles(making);
  yield jsonFile(BUNDLE_PATHS.sealed, await sealedOf(making.reader, making.gathered));
}

function statesOf({ entries, items }: Gathered): BundleStates {
  const ends = new Map(entries.map(({ entry }) => [entry.stream, entry.version]));
  return [...ends].map(([stream, version]) => {
    const row = items.find((one) => one.stream === stream);
    if (!row) return { stream, version, item: null };
    const { kind, id, case: of, stage, status, label, department, due, no } = row;
    return { stream, version, item: { kind, id, case: of, stage, status, label, department, due, no } };
  });
}
