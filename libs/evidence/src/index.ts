export { canonical, MAX_DEPTH, NotCanonical, type Json } from './canonical.ts';
export {
  decodeEntry,
  encodeEntry,
  EntryTooLong,
  MalformedEntry,
  MAX_ENTRY_BYTES,
  utf8Length,
  type Actor,
  type CommandRef,
  type Entry,
  type Sealed,
} from './entry.ts';
export { hex, leafHash, leafHexBy, leafText, type LeafHex, type Sha256 } from './leaf.ts';
export { checkNext, emptyChain, type ChainFault, type ChainHead, type StoredEntry } from './chain.ts';
export { readAddCheckpoint, writeAddCheckpoint, type AddCheckpoint } from './log/add-checkpoint.ts';
export { fromBase64, toBase64 } from './log/base64.ts';
export { joined } from './log/bytes.ts';
export { decodeBundle, encodeBundle } from './log/bundle.ts';
export { checkpointText, readCheckpoint, type Checkpoint } from './log/checkpoint.ts';
export { cosigned, cosignedAt, cosignedMessage } from './log/cosignature.ts';
export { overTiles, type LoadTile } from './log/loading.ts';
export { edgeOf, growthFrom, type Growth, type HashTile } from './log/growth.ts';
export {
  COSIGNATURE,
  ED25519,
  isSignedBy,
  keyIdOf,
  OTHER,
  parseVerifierKey,
  readNote,
  readSignature,
  sameKey,
  signatureLine,
  verifierKey,
  writeNote,
  type Note,
  type NoteKey,
  type NoteSignature,
  type VerifySignature,
} from './log/note.ts';
export {
  consistencyProof,
  extendsTree,
  includes,
  inclusionProof,
  type Head,
  type Inclusion,
  type Proof,
} from './log/proof.ts';
export {
  hashesOf,
  nodesOfTiles,
  tileAt,
  tilePath,
  tilesBetween,
  TILE_WIDTH,
  type Tile,
} from './log/tiles.ts';
export {
  openReceipt,
  readReceipt,
  receiptKeyName,
  receiptText,
  signedReceipt,
  type ReceiptEntry,
  type SignedReceipt,
  type Signing,
} from './log/receipt.ts';
export { readLogProof, writeLogProof, writeSpicy, type LogProof } from './log/tlog-proof.ts';
export {
  emptyRoot,
  grown,
  HASH_BYTES,
  NO_LEAVES,
  nodeHash,
  rangeHash,
  rootOf,
  type Frontier,
  type NodeAt,
} from './log/tree.ts';
export { fromUtf8, utf8 } from './log/utf8.ts';
