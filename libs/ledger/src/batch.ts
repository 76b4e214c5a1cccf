import type { Actor, CommandRef, Json, StoredEntry as Stored } from '@mouding/evidence';
import type { Rows } from '@mouding/core';

/** Where a stream stands. */
export interface Head {
  /** 0 where the stream has no entry. */
  readonly version: number;
  /** Leaf hash of the last entry in hex, null at version 0. */
  readonly hash: string | null;
}

/** An entry as the log holds it: its bytes as text, the leaf hash in hex, its version. */
export interface StoredEntry extends Stored {
  readonly version: number;
}

/** An entry to be appended. Version, prev, institution and v are filled in by the append. */
export interface NewEntry {
  /** `kind/uuid` */
  readonly stream: string;
  readonly type: string;
  readonly sv: number;
  /** Law time in UTC with milliseconds. */
  readonly at: string;
  readonly actor: Actor;
  readonly command: CommandRef;
  readonly data: { readonly [key: string]: Json };
  /** Bodies to be kept outside the entry, each under the data key of its subject (made when absent). */
  readonly sealed: readonly { readonly subject: string; readonly plain: Json }[];
}

/** Work for the worker, handed over in the transaction of the facts that call for it. */
export interface Job {
  readonly task: string;
  readonly payload: Json;
  /** A later job with the same key replaces one that has not started. Keys belong to the institution. */
  readonly key: string | null;
}

/** What falls due when, and the command that is then given. */
export interface DeadlineRow {
  readonly stream: string;
  readonly name: string;
  /** Law time in UTC with milliseconds. */
  readonly due: string;
  readonly verb: string;
}

/** A deadline that is no longer wanted. */
export interface Settled {
  readonly stream: string;
  readonly name: string;
  /** Law time: taken away only if it is still the one that falls due then. Left out: whenever it falls due. */
  readonly due?: string;
}

/** Everything that one command leaves. */
export interface Batch {
  /** In the order in which they get their places; several streams may be mixed. */
  readonly entries: readonly NewEntry[];
  /** Texts by the SHA-256 of their UTF-8 bytes, in hex. */
  readonly texts: readonly { readonly hash: string; readonly content: string }[];
  /** Texts that are trees: the root in hex, which the caller has made from the document, and that document. */
  readonly trees?: readonly { readonly root: string; readonly content: string }[];
  readonly jobs: readonly Job[];
  readonly deadlines: readonly DeadlineRow[];
  readonly settled: readonly Settled[];
  /** New read-model rows of streams that this batch appends to; they replace all rows of those streams. */
  readonly rows: readonly { readonly stream: string; readonly rows: Rows }[];
  /** Kept for the idempotency key; null keeps nothing, and the key may be tried again. */
  readonly answer: Answer | ((receipts: readonly Receipt[]) => Answer) | null;
}

/** What the client was told: kept for ever under its key. */
export interface Answer {
  readonly status: number;
  readonly body: Json;
}

/** Proof for the caller that an entry is in the log. */
export interface Receipt {
  readonly stream: string;
  readonly version: number;
  readonly leafHash: string;
  readonly at: string;
}
