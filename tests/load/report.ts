import { cpus, loadavg } from 'node:os';
import { judge, ratioOf, type Aim, type Results } from './aims.ts';
import type { Server } from './database.ts';
import { DOCUMENTS } from './documents.ts';
import { HTTP } from './http.ts';
import { knowsProcessorTime } from './processor-time.ts';
import { overloadRows } from './overload-report.ts';
import { floorOf, PAGES } from './pages.ts';
import type { Measured } from './rounds.ts';
import { STORES } from './stores.ts';
import type { Tail } from './tail.ts';
import { TEXTS } from './texts.ts';

/** The run in words and tables for a terminal. */
export function report(results: Results, server: Pick<Server, 'version' | 'syncMicros'>): string {
  const sections = [
    machineLine(server),
    ...storeTables(results.stores, STORES, 'a'),
    ...orderLines(results),
    ...storeTables(results.http, HTTP, 'h'),
    ...logLines(results),
    ...treeLines(results),
    ...archiveLines(results),
    ...auditLines(results),
    ...storeTables(results.text, TEXTS, 'i'),
    ...storeTables(results.checkup, DOCUMENTS, 'l'),
    ...storeTables(results.import, DOCUMENTS, 'n'),
    ...storeTables(results.pdf, DOCUMENTS, 'r'),
    ...storeTables(results.word, DOCUMENTS, 't'),
    ...['v', 'w', 'x', 'y'].flatMap((id) => storeTables(pairOf(results, id), PAGES, floorOf(id))),
    ...(results.overload ? overloadRows(results.overload).map(table) : []),
    aimTable(judge(results)),
    NOTES,
  ];
  return `${sections.join('\n\n')}\n`;
}

const machineLine = ({ version, syncMicros }: Pick<Server, 'version' | 'syncMicros'>): string =>
  [
    `Node ${process.version}, PostgreSQL ${version} with fsync, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} at the end.`,
    `One write of 8 kB with fdatasync on this disk: ${Math.round(syncMicros)} µs (median of 200).`,
  ].join('\n');

function storeTables(
  measured: readonly Measured[],
  names: Readonly<Record<string, string>>,
  base: string,
): readonly string[] {
  return [...new Set(measured.map(({ clients }) => clients))].map((clients) => {
    const rows = measured.filter((each) => each.clients === clients);
    const floor = rows.find(({ id }) => id === base);
    const lines = rows.map((each) => [
      `(${each.id}) ${names[each.id]}`,
      each.perSecond.toFixed(0),
      floor ? `${ratioOf(each, floor).toFixed(2)}` : '',
      each.p50.toFixed(2),
      each.p99.toFixed(2),
      each.cpu.toFixed(0),
      each.failed > 0 ? `${each.failed} failed: ${each.trouble}` : '',
    ]);
    const head = [
      `${clients} client${clients === 1 ? '' : 's'}`,
      'ops/s',
      `× (${base})`,
      'p50 ms',
      'p99 ms',
      'CPU µs/op',
      '',
    ];
    return table([head, ...lines]);
  });
}

function auditLines({ audit }: Results): readonly string[] {
  if (!audit) return [];
  const ms = (value: number): string => value.toFixed(1);
  const { firstPage, filteredPage, middlePage, byOffset, travel, foldingAll } = audit;
  return [
    table([
      [`The auditor, over ${audit.facts} facts`, 'ms', 'the obvious way', 'ms'],
      ['first page of the timeline, newest first', ms(firstPage), '', ''],
      ['a page of a filter that finds nothing', ms(filteredPage), '', ''],
      ['a page in the middle', ms(middlePage), 'by OFFSET', ms(byOffset)],
      ['one case as it stood', ms(travel), 'folding every fact up to there', ms(foldingAll)],
    ]),
  ];
}

function orderLines({ order }: Results): readonly string[] {
  if (!order) return [];
  const head = [
    'A reader follows the log, 16 writers on 24 streams',
    'written',
    'missed',
    'inverted',
    'doubled',
  ];
  const line = (id: string, { written, missed, inverted, doubled }: Tail): readonly string[] => [
    `(${id}) ${STORES[id]}`,
    ...[written, missed, inverted, doubled].map(String),
  ];
  return [table([head, line('b', order.b), line('f', order.f)])];
}

function logLines({ log, growth }: Results): readonly string[] {
  const work = log && [
    `A log of ${rate(log.entries)} real entries, one process:`,
    `  sequenced ${rate(log.sequenced)}/s by the clock; faults found: ${log.faults}`,
    `  by the clock: checked ${rate(log.byClock.checked)}/s · folded ${rate(log.byClock.folded)}/s`,
    `  per core second: checked ${rate(log.checked)} · folded ${rate(log.folded)} · rebuilt ${rate(log.rebuilt)} (had ${log.share.toFixed(2)} cores)`,
    `  beside the same rows read, parsed and hashed ${rate(log.hashed)}: checked ${(log.checked / log.hashed).toFixed(2)} × · read and parsed alone ${rate(log.parsed)}: folded ${(log.folded / log.parsed).toFixed(2)} ×`,
  ];
  const costs = growth.map(({ facts, ms }) => `${rate(facts)} facts ${ms.toFixed(2)} ms`);
  return [
    ...(work ? [work.join('\n')] : []),
    ...(costs.length > 0 ? [`One append in an institution of … : ${costs.join(' · ')}`] : []),
  ];
}

const rate = (each: number): string => Math.round(each).toLocaleString('en');

function treeLines({ tree }: Results): readonly string[] {
  if (!tree) return [];
  const { entries, integrated, paired, verified, faults, facts, p50, p99 } = tree;
  return [
    [
      `The tree over ${rate(entries)} entries, per core second: hashed, grown, kept and signed ${rate(integrated)}`,
      `  beside hashing and pairing them in memory ${rate(paired)}: ${(integrated / paired).toFixed(2)} ×`,
      `  made anew and compared with what was signed and kept ${rate(verified)}; faults found: ${faults}`,
      `  a checkpoint covered each of ${facts} facts within ${rate(p50)} ms (half of them), ${rate(p99)} ms (99 %)`,
    ].join('\n'),
  ];
}

function archiveLines({ archive }: Results): readonly string[] {
  if (!archive) return [];
  const { files, bytes, entries, seconds, zipped, stall } = archive;
  return [
    [
      `归档包 of ${files} files with ${rate(entries)} entries: ${seconds.toFixed(2)} s, ${rate(bytes)} bytes`,
      `  beside zipping the same files out of memory ${zipped.toFixed(2)} s: ${(seconds / zipped).toFixed(1)} times as long`,
      `  the process kept nobody else waiting for more than ${rate(stall)} ms`,
    ].join('\n'),
  ];
}

const pairOf = ({ page }: Results, id: string): readonly Measured[] =>
  page.filter((each) => each.id === id || each.id === floorOf(id));

function aimTable(aims: readonly Aim[]): string {
  const show = (value: number, unit: Aim['unit']): string =>
    unit === '×' ? `${value.toFixed(2)} ×` : `${Math.round(value).toLocaleString('en')} ${unit}`;
  const lines = aims.map(({ what, aim, reached, unit, met, byProcessor }) => [
    what,
    show(aim, unit),
    show(reached, unit),
    verdict({ aim, reached, met }),
    byProcessor === null || !knowsProcessorTime ? '' : `${byProcessor.toFixed(2)} × by processor time`,
  ]);
  return table([['aim', 'wanted', 'reached', '', ''], ...lines]);
}

function verdict({ aim, reached, met }: Pick<Aim, 'aim' | 'reached' | 'met'>): string {
  if (met) return 'met';
  return aim === 0 ? `missed by ${reached}` : `missed by ${Math.round(Math.abs(1 - reached / aim) * 100)} %`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => [...(row[i] ?? '')].length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

const NOTES = `How to read this
- Everybody appends one event of about 480 bytes to a new stream, in a process of its own, on a database of its own in
  the same server, in turns. Figures are medians of the rounds; ratios are medians of the ratios within a round.
- At 64 clients a pool has 36 connections. "CPU µs/op" adds the store's process and the database's (with (g) and (h)
  also the server's and the caller's); it moves least when something else runs on the machine.
- (b) looks up and moves a stream position and stores the event with its metadata; it hashes and seals nothing.
- (c) maps one row; no version is checked. (d) keeps input and output of the workflow and of its step for recovery,
  three commits and more: it is not an event store and does much that an append does not.
- (e) looks up an idempotency key, locks and compares the stream's head, canonicalises, hashes and chains the entry,
  seals one body, and commits it with the key's answer, a job, a deadline and a row of a read model.
- (f) does the same for the entry alone; up to 64 appends share a transaction.
- The reader of (b) is its own consumer, that of (f) follows the leaf index. Half of the writers insert a row of another
  table first and wait up to 30 ms before they append, in one transaction.
- (h) does nothing but send the statements that (g) was seen to send, with bytes worked out before.
- (i) also finds what moved, was split or only renumbered, and names the numbers that changed; (j) and (k) say which
  pieces of the whole text went and came.
- (m) is what any reader of Chinese begins with, and finds nothing. (n) and (o) also count automatic numbers again, and
  read tables, revisions, comments and anchors, which (p) leaves out. CPU of (o) and (q) is that of their parent alone:
  read their milliseconds. (q) is there where LibreOffice is.
- (r) sets 22 lines of 28 characters with four fonts and archives (PDF/A); (s) breaks paragraphs in one font. (t) has
  headings, tables, odd and even feet, and the same bytes each time; (u) has paragraphs in one style.
- The tree is signed by the signer's own process; facts come 37 ms apart, and checkpoints once a second at most. 归档包 is
  of one case in a log of many, signed, with its papers as PDF; zipping the same files is what no archive can do without.
- (v) to (y) are asked over one connection that stays open; under each stands a Nest application with one route, without
  session, rights or database, which answers with the same body (of JSON, written anew each time).
- The overload comes whatever is answered: one in twenty is what a meeting waits for, two read, one fetches an original,
  the others are (g). Everything accepted counts; a refusal is 503 with Retry-After, and slow from 100 ms on.
- A disk that acknowledges a write before it is safe makes commits cheap, and everything else count for more.`;
