import {
  BUNDLE_FORMAT,
  BUNDLE_PATHS,
  courseOf,
  proceduresOf,
  type BundleContents,
  type BundleManifest,
  type Course,
} from '@mouding/contract';
import type { Packed } from '@mouding/documents';
import { ProblemError } from '../problem/problem-error.ts';
import type { Reader } from '../queries/reader.ts';
import { contentFile, contentsOf } from './cited.ts';
import { papersOf, registers, storedAs } from './filing.ts';
import { gather, type Gathered } from './gather.ts';
import { machineData } from './machine-data.ts';
import { digestOf, jsonFile, makingOf, type ArchiveWish, type Making } from './making.ts';
import { provenIn } from './proofs.ts';
import { readmeOf } from './readme.ts';

/** A bundle on its way: its name is known at once, its files are made while they are read. */
export interface Archive {
  readonly name: string;
  readonly files: AsyncGenerator<Packed, void, void>;
}

/** 归档包 of a case, for whoever keeps its file or audits it. Making one is a read. @throws ProblemError not-found */
export async function caseArchive(reader: Reader, wish: ArchiveWish): Promise<Archive> {
  const gathered = await gather(reader, wish.id);
  return { name: `${gathered.title}-归档包.zip`, files: filesOf(reader, wish, gathered) };
}

async function* filesOf(
  reader: Reader,
  wish: ArchiveWish,
  gathered: Gathered,
): AsyncGenerator<Packed, void, void> {
  const listed: BundleManifest['files'] = [];
  const head = await headOf(reader, gathered, wish.keys.required);
  for await (const file of contentOfBundle(await makingOf(reader, wish, gathered), head)) {
    const content = typeof file.content === 'string' ? Buffer.from(file.content) : file.content;
    listed.push({ path: file.name, bytes: content.length, sha256: digestOf(content) });
    yield { name: file.name, content };
  }
  yield jsonFile(BUNDLE_PATHS.manifest, { ...head, files: listed });
}

async function* contentOfBundle(
  making: Making,
  head: Omit<BundleManifest, 'files'>,
): AsyncGenerator<Packed, void, void> {
  const { reader, wish, gathered } = making;
  const digests = new Map<string, string>();
  const contents = await contentsOf(reader, gathered);
  const kept = new Map<string, Packed>();
  for (const content of contents) {
    const file = content.scheme === 'file-sha256@1' ? null : await contentFile(reader, content);
    if (file) kept.set(file.name, file);
  }
  const course = courseIn(gathered, contents, kept);
  for await (const file of papersOf(making, course)) {
    digests.set(file.name, digestOf(file.content));
    yield file;
  }
  const named: BundleContents = [];
  for (const content of contents) {
    const { file, path } = await storedAs(making, content, kept);
    named.push({ ...content, path });
    if (!file) continue;
    digests.set(file.name, digestOf(file.content));
    yield file;
  }
  yield* registers(making, { digests, course, made: head.made });
  const proven = await provenIn(reader.ledger, head.institution.id, gathered.entries, wish.keys);
  yield* machineData(making, { contents: named, proven, course });
  yield { name: 'README.txt', content: readmeOf(head, proven) };
  yield { name: 'verify.mjs', content: wish.tools.script };
  yield { name: '核验.html', content: wish.tools.page };
}

/** @throws ProblemError not-found where the case cannot be folded */
function courseIn(
  { caseId, entries }: Gathered,
  contents: BundleContents,
  kept: ReadonlyMap<string, Packed>,
): Course {
  const text = (path: string): string | undefined => kept.get(path)?.content.toString();
  const files = { paths: [], text, bytes: () => undefined };
  const course = courseOf(caseId, entries, proceduresOf({ contents, files }));
  if (!course) throw new ProblemError('not-found');
  return course;
}

async function headOf(
  { ledger, visitor, held, world }: Reader,
  { caseId, title, withheld }: Gathered,
  witnessesRequired: number,
): Promise<Omit<BundleManifest, 'files'>> {
  const org = (await world.reach((known) => known.org)).answer;
  const [capacity] = held;
  return {
    format: BUNDLE_FORMAT,
    institution: { id: visitor.institution, name: org.context.name },
    case: { id: caseId, title },
    rehearsal: org.context.mode === 'rehearsal',
    made: await ledger.lawNow(visitor.institution),
    by: capacity ? { as: capacity.as, post: capacity.post } : null,
    withheld,
    witnessesRequired,
  };
}
