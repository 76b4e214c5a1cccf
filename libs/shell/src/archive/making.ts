import { createHash } from 'node:crypto';
import { capacitiesThen, type ArchiveItem, type BundleCapacities } from '@mouding/contract';
import { dayOf } from '@mouding/core';
import type { Packed, PaperSource } from '@mouding/documents';
import type { ReceiptSigner } from '../log/receipts.ts';
import { houseOf } from '../papers/house.ts';
import type { Press } from '../papers/press.ts';
import type { Reader } from '../queries/reader.ts';
import type { Gathered } from './gather.ts';
import type { Numbering } from './metadata.ts';
import type { LogKeys } from './proofs.ts';
import type { BundleTools } from './tools.ts';

/** What a bundle is made with. */
export interface ArchiveWish {
  readonly id: string;
  readonly press: Press;
  readonly tools: BundleTools;
  readonly keys: LogKeys;
  /** Null where the house signs no receipts. */
  readonly receipts: ReceiptSigner | null;
  /** 全宗号; null where none is set. */
  readonly fonds: string | null;
  /** Where people reach the pages; stands in links on papers. */
  readonly address: string;
}

/** A bundle while it is made. */
export interface Making {
  readonly reader: Reader;
  readonly wish: ArchiveWish;
  readonly gathered: Gathered;
  readonly source: PaperSource;
  readonly numbering: Numbering;
  /** In which posts the acts of the case were done, by their index in the log. */
  readonly capacities: ReadonlyMap<number, BundleCapacities[number]>;
  /** The 件 so far. */
  readonly items: ArchiveItem[];
}

export async function makingOf(reader: Reader, wish: ArchiveWish, gathered: Gathered): Promise<Making> {
  const house = await houseOf(reader);
  const last = gathered.entries.at(-1);
  const at = last?.entry.at ?? (await reader.ledger.lawNow(reader.visitor.institution));
  const no = last ? `办理记录第${last.index}条` : null;
  const source = { institution: house.institution, office: house.office, at, draft: no };
  const year = dayOf(at).slice(0, 4);
  return {
    reader,
    wish,
    gathered,
    source: { ...source, hash: last?.leafHash ?? null },
    numbering: { fonds: wish.fonds, year },
    capacities: new Map(capacitiesThen(gathered.entries).map((line) => [line.index, line])),
    items: [],
  };
}

export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
export const jsonFile = (name: string, value: unknown): Packed => ({
  name,
  content: `${JSON.stringify(value)}\n`,
});
