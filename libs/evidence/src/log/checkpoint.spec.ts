import { generateKeyPairSync } from 'node:crypto';
import { readAddCheckpoint, writeAddCheckpoint } from './add-checkpoint.ts';
import { utf8 } from './utf8.ts';
import { checkpointText, readCheckpoint } from './checkpoint.ts';
import { cosigned, cosignedAt, cosignedMessage } from './cosignature.ts';
import { COSIGNATURE, ED25519, keyIdOf, readNote, writeNote } from './note.ts';
import { noteKey, sha256, signEd25519, verifyEd25519 } from '../testing/keys.ts';
import { readLogProof, writeLogProof, writeSpicy } from './tlog-proof.ts';

const root = sha256('root');
const head = { origin: 'log.example/a', size: 20_852_163, root };
const TEXT = checkpointText(head);
const log = generateKeyPairSync('ed25519');
const logKey = noteKey('log.example/a', ED25519, log);
const signature = signEd25519(log.privateKey, utf8(TEXT));
const line = { name: logKey.name, keyId: keyIdOf(logKey, sha256), signature };
const SIGNED = writeNote({ text: TEXT, signatures: [line] });

test('a checkpoint is three lines', () => {
  expect(TEXT).toBe(`log.example/a\n20852163\n${Buffer.from(root).toString('base64')}\n`);
  expect(readCheckpoint(TEXT)).toEqual(head);
  expect(readCheckpoint(`${TEXT}an extension\n`)).toEqual(head);
});

test.each([
  ['no name', TEXT.replace('log.example/a', '')],
  ['a size with a zero in front', TEXT.replace('20852163', '020852163')],
  ['a negative size', TEXT.replace('20852163', '-1')],
  ['a size beyond 2^53', TEXT.replace('20852163', '9007199254740993')],
  ['a short root', TEXT.replace(/.{8}\n$/, '\n')],
  ['no last newline', TEXT.slice(0, -1)],
  ['two lines', 'log.example/a\n1\n'],
])('with %s it is none', (_, text) => expect(readCheckpoint(text)).toBeNull());

const proofs = [
  { index: 0, proof: [] },
  { index: 73_894, proof: [sha256('a'), sha256('b')] },
];
test.each(proofs)('a proof goes into both files and comes back: %#', ({ index, proof }) => {
  const written = { index, proof, checkpoint: SIGNED };
  expect(writeLogProof(written)).toBe(`c2sp.org/tlog-proof@v1\n${writeSpicy(written)}`);
  for (const file of [writeLogProof(written), writeSpicy(written)])
    expect(readLogProof(file)).toEqual(written);
});

test('extra data before the index is passed over, everything else is refused', () => {
  const written = { index: 5, proof: [sha256('a')], checkpoint: SIGNED };
  const file = writeLogProof(written);
  expect(readLogProof(file.replace('index', 'extra YQ==\nindex'))).toEqual(written);
  expect(readLogProof(file.replace('index 5', 'index 05'))).toBeNull();
  expect(readLogProof(file.replace('@v1', '@v2'))).toBeNull();
  expect(readLogProof(file.replace('=\n', '\n'))).toBeNull();
  const long = { ...written, proof: Array.from({ length: 64 }, () => sha256('a')) };
  expect(readLogProof(writeLogProof(long))).toBeNull();
});

test('what is sent to a witness comes back', () => {
  for (const sent of [
    { old: 0, proof: [], checkpoint: SIGNED },
    { old: 20_852_014, proof: [sha256('a'), sha256('b')], checkpoint: SIGNED },
  ])
    expect(readAddCheckpoint(writeAddCheckpoint(sent))).toEqual(sent);
  expect(readAddCheckpoint(`old 01\n\n${SIGNED}`)).toBeNull();
  expect(readAddCheckpoint(`old 1\nnothing\n\n${SIGNED}`)).toBeNull();
  expect(readAddCheckpoint(SIGNED)).toBeNull();
});

const witness = generateKeyPairSync('ed25519');
const witnessKey = noteKey('witness.example/w', COSIGNATURE, witness);
const SECONDS = 1_679_315_147;
const seen = signEd25519(witness.privateKey, cosignedMessage(SECONDS, TEXT));
const cosignature = cosigned(witnessKey, SECONDS, seen, sha256);

test('a witness says when it saw the checkpoint', () => {
  const note = readNote(writeNote({ text: TEXT, signatures: [line, cosignature] }));
  expect(note && cosignedAt(note, witnessKey, sha256, verifyEd25519)).toBe(SECONDS);
  expect(cosignature.signature).toHaveLength(72);
});

test('a cosignature of another time, text, key or type of key is none', () => {
  const at = (signed: typeof cosignature, key = witnessKey, text = TEXT): number | null =>
    cosignedAt({ text, signatures: [line, signed] }, key, sha256, verifyEd25519);
  const later = cosigned(witnessKey, SECONDS + 1, seen, sha256);
  expect(at(later)).toBeNull();
  expect(at(cosignature, witnessKey, TEXT.replace('20852163', '20852164'))).toBeNull();
  expect(at(cosignature, { ...witnessKey, name: 'witness.example/x' })).toBeNull();
  expect(at(cosignature, { ...witnessKey, type: ED25519 })).toBeNull();
  expect(cosignedAt({ text: TEXT, signatures: [line] }, witnessKey, sha256, verifyEd25519)).toBeNull();
});
