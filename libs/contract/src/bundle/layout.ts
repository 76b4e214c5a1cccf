import { z } from 'zod';
import { Id, LeafHash, OfCase, Stream, type Said } from '../said.ts';

/** The form of a 归档包 that this code writes. Any change that a checker of before would not understand raises it. */
export const BUNDLE_FORMAT = 'mouding-bundle@2';

/** Every form that this code checks. In @1 nothing is said of how many witnesses the house wanted. */
const BUNDLE_FORMATS = ['mouding-bundle@1', BUNDLE_FORMAT] as const;

/** A form that this code knows, or the one that is named. */
export const BundleFormat = z.enum(BUNDLE_FORMATS);

/** Where the parts of a bundle that programs read stand in it. */
export const BUNDLE_PATHS = {
  manifest: 'data/manifest.json',
  /** One entry a line, byte for byte as it was hashed, in the order of the log. */
  entries: 'data/entries.jsonl',
  proofs: 'data/proofs.json',
  /** The signed note over the tree of the proofs; only where the log has one. */
  checkpoint: 'data/checkpoint',
  /** The log's key, and one line for each witness: verifier keys of C2SP signed-note. */
  logKey: 'data/log.vkey',
  witnesses: 'data/witnesses.vkey',
  /** The verifier key of the house's receipts; only where receipts are signed. */
  receiptKey: 'data/receipts.vkey',
  /** Signed notes: over every entry of the bundle, and for each 不同意见凭证; only where receipts are signed. */
  receipts: 'data/receipts.json',
  sealed: 'data/sealed.json',
  contents: 'data/contents.json',
  states: 'data/states.json',
  capacities: 'data/capacities.json',
  course: 'data/course.json',
  archive: 'data/archive.json',
} as const;

const Path = z.string().min(1).max(1000);

/** Every file of the bundle but the manifest itself, by its digest. */
export const BundleManifest = z.strictObject({
  format: BundleFormat,
  institution: z.strictObject({ id: Id, name: z.string() }),
  case: OfCase,
  rehearsal: z.boolean(),
  /** Law time of the export. */
  made: z.string(),
  /** In which capacity it was exported; null for whoever holds the log itself. */
  by: z.strictObject({ as: z.string(), post: z.string().nullable() }).nullable(),
  /** How many streams of the case the exporter may not see; their entries are not in the bundle. */
  withheld: z.int().nonnegative(),
  /** How many witnesses must have signed a checkpoint that the house hands out, as it said when this was exported. */
  witnessesRequired: z.int().nonnegative().default(0),
  files: z.array(z.strictObject({ path: Path, bytes: z.int().nonnegative(), sha256: LeafHash })),
});

/** The tree that the entries stand in, and how each of them does: as many leaves as the entries have lines. */
export const BundleProofs = z.strictObject({
  size: z.int().nonnegative(),
  root: LeafHash,
  leaves: z.array(
    z.strictObject({
      index: z.int().nonnegative(),
      leafHash: LeafHash,
      /** From the leaf's sibling up, hex. */
      proof: z.array(LeafHash),
    }),
  ),
});

/**
 * Sealed bodies of the entries. `open`: the plain bytes, and the key that opens the commitment of this one body and of
 * no other. `kept`: not for the exporter. `erased`: the key was destroyed (已按规定清除).
 */
export const BundleSealed = z.array(
  z.discriminatedUnion('state', [
    z.strictObject({
      stream: Stream,
      version: z.int(),
      subject: Id,
      state: z.literal('open'),
      plain: z.string(),
      key: LeafHash,
    }),
    z.strictObject({ stream: Stream, version: z.int(), subject: Id, state: z.enum(['kept', 'erased']) }),
  ]),
);

/** What the entries cite by hash, and the file that it is; null for what is not for the exporter. */
export const BundleContents = z.array(
  z.strictObject({
    scheme: z.enum(['blob-sha256@1', 'tree@1', 'file-sha256@1']),
    hash: LeafHash,
    path: Path.nullable(),
  }),
);

/** Signed receipts (signed notes), each a whole one. */
export const BundleReceipts = z.array(z.string().max(50_000_000)).max(100_000);

const ItemRow = z.strictObject({
  kind: z.string(),
  id: z.string(),
  case: z.string().nullable(),
  stage: z.string().nullable(),
  status: z.string(),
  label: z.string(),
  department: z.string().nullable(),
  due: z.string().nullable(),
  no: z.number().nullable(),
});

/** Where the system said that each stream stood. */
export const BundleStates = z.array(
  z.strictObject({ stream: Stream, version: z.int().positive(), item: ItemRow.nullable() }),
);

/** The posts of the house as they were held when something was done: one line for each act of a person. */
export const BundleCapacities = z.array(
  z.strictObject({
    index: z.int().nonnegative(),
    by: z.string(),
    as: z.string(),
    post: z.string().nullable(),
    title: z.string().nullable(),
    department: z.string().nullable(),
    /** Who held the post then; null for a vacant post, and for one that is not known. */
    holder: z.string().nullable(),
  }),
);

/** 应经程序 and 实经程序 as the exporter was shown them. */
export const BundleCourse = z.array(z.strictObject({ stage: z.string(), status: z.string() }));

/** 件, as the archive registers it. */
export const ArchiveItem = z.strictObject({
  no: z.int().positive(),
  /** 档号: 全宗号-门类·年度-保管期限-机构-件号. */
  code: z.string(),
  title: z.string(),
  /** 责任者: who issued or made it. */
  responsible: z.string(),
  /** 文号; null for what has none. */
  number: z.string().nullable(),
  /** YYYYMMDD. */
  date: z.string(),
  pages: z.int().positive().nullable(),
  retention: z.enum(['永久', '30年', '10年']),
  /** 稿本. */
  version: z.string().nullable(),
  /** printed: made of the record by the system · original: a scan or file as it was handed in, byte for byte. */
  origin: z.enum(['printed', 'original']),
  /** Media type. */
  format: z.string(),
  bytes: z.int().nonnegative(),
  path: Path,
});

/** 归档元数据. @source DA/T 46-2009; DA/T 22-2015; 档案法 §37; 档案法实施条例 §38, §39 */
export const BundleArchive = z.strictObject({
  fonds: z.string().nullable(),
  /** 立档单位名称. */
  institution: z.string(),
  category: z.string(),
  year: z.string(),
  office: z.string(),
  caseTitle: z.string(),
  /** 归档: when (law time), and in which capacity; null for whoever holds the log itself. */
  filed: z.strictObject({ at: z.string(), as: z.string().nullable() }),
  items: z.array(ArchiveItem),
});

export type BundleManifest = z.infer<typeof BundleManifest>;
export type BundleProofs = z.infer<typeof BundleProofs>;
export type BundleSealed = z.infer<typeof BundleSealed>;
export type BundleContents = z.infer<typeof BundleContents>;
export type BundleStates = z.infer<typeof BundleStates>;
export type BundleCapacities = z.infer<typeof BundleCapacities>;
export type BundleCourse = z.infer<typeof BundleCourse>;
export type BundleArchive = z.infer<typeof BundleArchive>;
export type ArchiveItem = z.infer<typeof ArchiveItem>;
export type Sentence = z.infer<typeof Said>;
