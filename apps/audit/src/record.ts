import { Inject, Injectable } from '@nestjs/common';
import type {
  AccessPage,
  ConformanceQuery,
  ConformanceReportView,
  LogEntry,
  LogPage,
  StreamRecord,
} from '@mouding/contract';
import type { Leaf, Ledger } from '@mouding/ledger';
import { conformanceFromLog, ProblemError, type AuditScope } from '@mouding/shell';
import { PARTS, type AuditParts } from './tokens.ts';

/** The record as it stands: read by leaf index, never changed, never summarised. */
@Injectable()
export class RecordReader {
  private readonly ledger: Ledger;

  constructor(@Inject(PARTS) { means }: AuditParts) {
    this.ledger = means.ledger;
  }

  /** Entries after a leaf index, in the order of the log; from the beginning without one. */
  async page(institution: string, after: number, limit: number): Promise<LogPage> {
    const leaves = await this.ledger.feed(institution, after, limit + 1);
    const items = await this.withBytes(institution, leaves.slice(0, limit));
    const last = items.at(-1);
    const hasNext = leaves.length > limit;
    return { items: [...items], page: { next: hasNext && last ? String(last.idx) : null, hasNext } };
  }

  /** @throws ProblemError not-found */
  async at(institution: string, idx: number): Promise<LogEntry> {
    const [entry] = await this.withBytes(institution, await this.ledger.feed(institution, idx - 1, 1));
    if (entry?.idx !== idx) throw new ProblemError('not-found');
    return entry;
  }

  /** @throws ProblemError not-found */
  async stream(institution: string, stream: string): Promise<StreamRecord> {
    const stored = await this.ledger.entries(institution, stream);
    if (stored.length === 0) throw new ProblemError('not-found');
    const entries = stored.map(({ version, entry, leafHash }) => {
      const { type, at } = JSON.parse(entry) as { type: string; at: string };
      return { version, type, at, leafHash, entry };
    });
    return { stream, entries };
  }

  /** Refused acts of a case; none is a record of none. */
  async refusals({ reader, period }: AuditScope, id: string): Promise<StreamRecord> {
    const stream = `refusal/${id}`;
    const { entries } = await this.stream(reader.visitor.institution, stream);
    const inTime = ({ at }: { readonly at: string }): boolean =>
      !period || (period.from <= at && at < period.to);
    return { stream, entries: entries.filter(inTime) };
  }

  /** Nothing beyond the last day of the letter's period is told. @throws ProblemError not-found */
  conformance(
    { reader, letter }: AuditScope,
    id: string,
    at: ConformanceQuery['at'],
  ): Promise<ConformanceReportView> {
    const last = letter?.period?.to;
    const until = last === undefined || (typeof at === 'string' && at <= last) ? at : last;
    return conformanceFromLog(this.ledger, reader.visitor.institution, id, until);
  }

  /** Who signed in and who read, oldest first. */
  async accesses(institution: string, after: number, limit: number): Promise<AccessPage> {
    const found = await this.ledger.accesses(institution, after, limit + 1);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const hasNext = found.length > limit;
    return {
      items: items.map((each) => ({ ...each })),
      page: { next: hasNext && last ? String(last.pos) : null, hasNext },
    };
  }

  private async withBytes(institution: string, leaves: readonly Leaf[]): Promise<readonly LogEntry[]> {
    const streams = new Map<string, number>();
    for (const { stream, version } of leaves)
      streams.set(stream, Math.min(streams.get(stream) ?? version, version));
    const bytes = new Map<string, string>();
    for (const [stream, from] of streams)
      for (const { version, entry } of await this.ledger.entries(institution, stream, from - 1))
        bytes.set(`${stream} ${version}`, entry);
    return leaves.map((leaf) => ({ ...leaf, entry: bytes.get(`${leaf.stream} ${leaf.version}`) ?? '' }));
  }
}
