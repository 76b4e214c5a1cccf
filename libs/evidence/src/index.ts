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
export { hex, leafHash, type Sha256 } from './leaf.ts';
export { checkNext, emptyChain, type ChainFault, type ChainHead, type StoredEntry } from './chain.ts';
