import type { AuditWork } from './audit.ts';
import type { ArchiveWork } from './bundle.ts';
import type { Growth } from './growth.ts';
import type { LogWork } from './log.ts';
import type { Order } from './order.ts';
import type { Overload } from './overload.ts';
import { goodputByProcessor, ratesOf } from './overload-report.ts';
import { median, type Measured } from './rounds.ts';
import { QUICK_MS } from './rush.ts';
import type { TreeWork } from './tree.ts';

/** Everything that one run measured; a part that was not asked for is absent. */
export interface Results {
  readonly stores: readonly Measured[];
  readonly order: Order | null;
  readonly http: readonly Measured[];
  readonly log: LogWork | null;
  readonly tree: TreeWork | null;
  readonly archive: ArchiveWork | null;
  readonly growth: readonly Growth[];
  readonly audit: AuditWork | null;
  readonly text: readonly Measured[];
  readonly checkup: readonly Measured[];
  readonly import: readonly Measured[];
  readonly pdf: readonly Measured[];
  readonly word: readonly Measured[];
  readonly page: readonly Measured[];
  readonly overload: Overload | null;
}

/** One aim, what was reached, and whether that is enough. */
export interface Aim {
  readonly what: string;
  readonly aim: number;
  readonly reached: number;
  readonly unit: '×' | '/s' | 'ms' | '';
  readonly met: boolean;
  /** The same ratio by processor time per operation, which a neighbour on the machine disturbs least. */
  readonly byProcessor: number | null;
}

interface Wish {
  readonly ours: string;
  readonly theirs: string;
  readonly clients: number;
  readonly aim: number;
}

const RATIOS: readonly Wish[] = [
  { ours: 'e', theirs: 'a', clients: 1, aim: 0.7 },
  { ours: 'f', theirs: 'a', clients: 64, aim: 2.5 },
  { ours: 'f', theirs: 'b', clients: 64, aim: 5 },
  { ours: 'e', theirs: 'b', clients: 1, aim: 1.7 },
  { ours: 'e', theirs: 'c', clients: 1, aim: 2.5 },
  { ours: 'g', theirs: 'h', clients: 1, aim: 0.7 },
  { ours: 'g', theirs: 'h', clients: 16, aim: 0.7 },
];

/** A cost that grows by less than this between the smallest and the largest institution counts as flat. */
const FLAT = 1.25;

/** Judges what was measured; aims whose measures are missing are left out. */
export function judge(results: Results): readonly Aim[] {
  const measured = [...results.stores, ...results.http];
  const find = (id: string, clients: number): Measured | undefined =>
    measured.find((each) => each.id === id && each.clients === clients);
  const ratios = RATIOS.flatMap(({ ours, theirs, clients, aim }) => {
    const [one, other] = [find(ours, clients), find(theirs, clients)];
    const what = `(${ours}) against (${theirs}) at ${clients} client${clients === 1 ? '' : 's'}`;
    return one && other ? [atLeast(what, aim, ratioOf(one, other), '×', other.cpu / one.cpu)] : [];
  });
  return [
    ...ratios,
    ...orderAim(results),
    ...logAims(results, find('f', 64)),
    ...treeAim(results),
    ...growthAim(results),
    ...auditAims(results),
    ...textAims(results),
    ...overloadAims(results),
  ];
}

/** The median over rounds of the ratio within each round: both had the same neighbours then. */
export const ratioOf = (one: Measured, other: Measured): number =>
  median(one.rounds.map((each, i) => each / Math.max(1e-9, other.rounds[i] ?? 0)));

function orderAim({ order }: Results): readonly Aim[] {
  if (!order) return [];
  const { missed, inverted, doubled } = order.f;
  const reached = missed + inverted + doubled;
  const what = 'entries that a reader of (f) misses, gets out of order or twice (at most)';
  return [{ what, aim: 0, reached, unit: '', met: reached === 0, byProcessor: null }];
}

function logAims({ log }: Results, append: Measured | undefined): readonly Aim[] {
  if (!log) return [];
  const ratio = append ? log.sequenced / append.perSecond : undefined;
  return [
    atLeast('hash, prev, version and index check, entries per core second', 100_000, log.checked, '/s'),
    atLeast('folding again, facts per core second', 20_000, log.folded, '/s'),
    ...(ratio === undefined ? [] : [atLeast('sequencer against (f) at 64 clients', 2, ratio, '×')]),
  ];
}

/** A checkpoint covers a fact so soon. Milliseconds. */
const COVERED_MS = 2_000;

function treeAim({ tree }: Results): readonly Aim[] {
  if (!tree) return [];
  const what = `a checkpoint covers a fact, 99 % of ${tree.facts} within (at most)`;
  return [
    atMost(what, COVERED_MS, tree.p99, 'ms'),
    atLeast('tree made anew and compared, entries per core second', 100_000, tree.verified, '/s'),
  ];
}

function growthAim({ growth }: Results): readonly Aim[] {
  const [first, last] = [growth[0], growth.at(-1)];
  if (!first || !last || first === last) return [];
  const reached = last.ms / first.ms;
  const what = `cost per command at ${last.facts} facts against ${first.facts} (at most)`;
  return [{ what, aim: FLAT, reached, unit: '×', met: reached <= FLAT, byProcessor: null }];
}

/** Of the auditor, over however many facts. Milliseconds. */
const [PAGE_MS, TRAVEL_MS] = [200, 500];

function auditAims({ audit }: Results): readonly Aim[] {
  if (!audit) return [];
  const over = `over ${audit.facts} facts`;
  return [
    atMost(`the auditor’s first page ${over} (at most)`, PAGE_MS, audit.firstPage, 'ms'),
    atMost(`a page that finds nothing ${over} (at most)`, PAGE_MS, audit.filteredPage, 'ms'),
    atMost(`one case as it stood ${over} (at most)`, TRAVEL_MS, audit.travel, 'ms'),
    atLeast('a page in the middle against OFFSET', 2, audit.byOffset / audit.middlePage, '×'),
    atLeast('one case as it stood against folding everything', 2, audit.foldingAll / audit.travel, '×'),
  ];
}

interface Longest {
  readonly id: string;
  readonly what: string;
  /** Milliseconds of processor time: on a machine with nothing else to do a reader waits as long. */
  readonly ms: number;
}

const LONGEST: readonly Longest[] = [
  { id: 'i', what: 'two drafts compared', ms: 30 },
  { id: 'l', what: '20,000 characters checked', ms: 100 },
  { id: 'n', what: 'a .docx of 50 pages read', ms: 500 },
  { id: 'r', what: '20 pages as PDF', ms: 500 },
];

const textAims = ({ text, checkup, import: read, pdf }: Results): readonly Aim[] =>
  LONGEST.flatMap(({ id, what, ms }) => {
    const ours = [...text, ...checkup, ...read, ...pdf].find((each) => each.id === id);
    return ours ? [atMost(`(${id}) ${what}, processor time (at most)`, ms, ours.cpu / 1_000, 'ms')] : [];
  });

/** Under ten times what it can do, the api does so much of that. */
const GOODPUT = 0.8;

function overloadAims({ overload }: Results): readonly Aim[] {
  if (!overload) return [];
  const { saturation, refused, others } = overload;
  const strange = Object.values(others).reduce((sum, count) => sum + count, 0);
  return [
    atLeast(
      'accepted under overload, against saturation',
      GOODPUT,
      ratesOf(overload).goodput / saturation,
      '×',
      goodputByProcessor(overload),
    ),
    atMost('refused under overload, 99 % within (at most)', QUICK_MS, refused.p99, 'ms'),
    atMost('answers under overload that are neither (at most)', 0, strange, ''),
  ];
}

const atMost = (what: string, aim: number, reached: number, unit: Aim['unit']): Aim => ({
  what,
  aim,
  reached,
  unit,
  met: reached <= aim,
  byProcessor: null,
});

const atLeast = (
  what: string,
  aim: number,
  reached: number,
  unit: Aim['unit'],
  byProcessor: number | null = null,
): Aim => ({ what, aim, reached, unit, met: reached >= aim, byProcessor });
