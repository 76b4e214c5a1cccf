import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { createRequire } from 'node:module';
import {
  checkpointText,
  ED25519,
  growthFrom,
  inclusionProof,
  keyIdOf,
  leafHash,
  overTiles,
  utf8,
  writeNote,
} from '@mouding/evidence';
import { sha256 } from '@mouding/ledger';

/** The parts of sigstore's verifier that know nothing of its own service. */
interface Entry {
  readonly canonicalizedBody: Buffer;
  readonly inclusionProof: {
    readonly logIndex: string;
    readonly hashes: readonly Buffer[];
    readonly checkpoint: { readonly envelope: string };
  };
}
interface Checkpoint {
  readonly logSize: bigint;
  readonly logHash: Buffer;
}
interface Log {
  readonly logID: Buffer;
  readonly publicKey: KeyObject;
  readonly baseURL: string;
}
const require = createRequire(import.meta.url);
const { verifyCheckpoint } = require('@sigstore/verify/dist/tlog/checkpoint.js') as {
  verifyCheckpoint(entry: Entry, logs: readonly Log[]): Checkpoint;
};
const { verifyMerkleInclusion } = require('@sigstore/verify/dist/tlog/merkle.js') as {
  verifyMerkleInclusion(entry: Entry, checkpoint: Checkpoint): void;
};

const ORIGIN = 'hospital.example/log/00000000-0000-4000-8000-000000000001';
const SIZE = 700;
const PKCS8 = Buffer.from(`302e020100300506032b657004220420${'09'.repeat(32)}`, 'hex');
const privateKey = createPrivateKey({ key: PKCS8, format: 'der', type: 'pkcs8' });
const publicKey = createPublicKey(privateKey);
const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
const keyId = keyIdOf({ name: ORIGIN, type: ED25519, publicKey: raw }, sha256);
const logID = Buffer.alloc(4);
logID.writeUInt32BE(keyId);
const logs: readonly Log[] = [{ logID, publicKey, baseURL: `https://${ORIGIN}` }];

const bodyOf = (index: number): string => `{"entry":${index},"text":"第${index}条"}`;
const growth = growthFrom(0, [], sha256);
for (let index = 0; index < SIZE; index++) growth.add(leafHash(bodyOf(index), sha256));
const text = checkpointText({ origin: ORIGIN, ...growth.head });
const signature = sign(null, utf8(text), privateKey);
const envelope = writeNote({ text, signatures: [{ name: ORIGIN, keyId, signature }] });

async function entryOf(index: number): Promise<Entry> {
  const tiles = new Map(growth.changed.map(({ level, index: at, bytes }) => [`${level}/${at}`, bytes]));
  const load = (level: number, at: number) => Promise.resolve(tiles.get(`${level}/${at}`));
  const hashes = await overTiles(load, (nodeAt) => inclusionProof(index, SIZE, nodeAt, sha256), sha256);
  return {
    canonicalizedBody: Buffer.from(bodyOf(index)),
    inclusionProof: {
      logIndex: String(index),
      hashes: hashes.map((hash) => Buffer.from(hash)),
      checkpoint: { envelope },
    },
  };
}

it.each([0, 255, 256, 511, 699])('sigstore finds entry %i in the tree that we signed', async (index) => {
  const entry = await entryOf(index);
  const checkpoint = verifyCheckpoint(entry, logs);
  expect(checkpoint.logSize).toBe(BigInt(SIZE));
  expect(() => verifyMerkleInclusion(entry, checkpoint)).not.toThrow();
});

it('sigstore refuses another entry, another place, and another size', async () => {
  const entry = await entryOf(300);
  const checkpoint = verifyCheckpoint(entry, logs);
  const { inclusionProof: proof } = entry;
  expect(() =>
    verifyMerkleInclusion({ ...entry, canonicalizedBody: Buffer.from(bodyOf(301)) }, checkpoint),
  ).toThrow('root hash');
  expect(() =>
    verifyMerkleInclusion({ ...entry, inclusionProof: { ...proof, logIndex: '301' } }, checkpoint),
  ).toThrow('root hash');
  const forged = { ...proof, checkpoint: { envelope: envelope.replace(`\n${SIZE}\n`, '\n701\n') } };
  expect(() => verifyCheckpoint({ ...entry, inclusionProof: forged }, logs)).toThrow('signature');
});
