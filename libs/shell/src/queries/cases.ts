import {
  hrefOf,
  STATUS_WORDS,
  wordsOf,
  type CaseItem,
  type CaseLine,
  type CaseOverview,
  type CasePage,
  type CaseStage,
  type PageQuery,
} from '@mouding/contract';
import {
  heirOf,
  may,
  sameText,
  stagesOf,
  whyStage,
  type ItemRow,
  type ObligationRow,
  type OrgState,
  type Procedure,
  type Stage,
  type StateOf,
  type TextRef,
} from '@mouding/core';
import type { Of } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { readsManuscripts } from './cited-files.ts';
import { pageAfter } from './cursor.ts';
import { holderWords } from './holder-words.ts';
import { outcomeWords } from './outcome-words.ts';
import { asked, seen, sees, type Reader } from './reader.ts';

/** Every case of the institution that the reader may see. */
export async function cases(reader: Reader, query: PageQuery): Promise<CasePage> {
  const rows = await seen(reader, await reader.ledger.items(reader.visitor.institution, { kinds: ['case'] }));
  const { items, page } = pageAfter(rows, ({ stream }) => stream, query);
  return { items: await Promise.all(items.map((row) => line(reader, row))), page };
}

async function line(reader: Reader, { id, label, status }: Of<ItemRow>): Promise<CaseLine> {
  const { state, procedure } = await loaded(reader, id);
  const open = stagesOf(procedure.definition).filter((stage) => state.context.open.includes(stage.id));
  return {
    id,
    title: label,
    status: wordsOf(STATUS_WORDS, status).zh,
    open: open.map(({ id: stage, title }) => ({ id: stage, title })),
    done: state.status === 'done',
  };
}

/** @throws ProblemError not-found */
async function loaded(
  reader: Reader,
  id: string,
): Promise<{ readonly state: StateOf<'case'>; readonly procedure: Procedure }> {
  const state = await asked(reader, (known) => known.state('case', id));
  if (!state || !(await sees(reader, 'case', id))) throw new ProblemError('not-found');
  return { state, procedure: await reader.world.procedure(state.context.procedure.hash) };
}

/** Everything that the overview of a case is made of. */
interface Scene {
  readonly org: OrgState;
  readonly state: StateOf<'case'>;
  readonly now: string;
  /** Whether the reader may open the papers that the case cites. */
  readonly papers: boolean;
  /** Things of the case that the reader may see. */
  readonly items: readonly Of<ItemRow>[];
  /** Stage by stream, of everything that owes something. */
  readonly stageOf: ReadonlyMap<string, string | null>;
  readonly owed: readonly Of<ObligationRow>[];
}

/** The case stage by stage: where it stands, who holds it, by when. The machine's context does not go out. */
export async function caseOverview(reader: Reader, id: string): Promise<CaseOverview> {
  const { state, procedure } = await loaded(reader, id);
  const { ledger, visitor, held, world } = reader;
  const all = await ledger.itemsOfCase(visitor.institution, id);
  const org = await asked(reader, (known) => known.org);
  const scene: Scene = {
    org,
    state,
    now: await ledger.lawNow(visitor.institution),
    papers: readsManuscripts(reader),
    items: await seen(reader, all),
    stageOf: new Map(all.map(({ stream, stage }) => [stream, stage])),
    owed: await ledger.obligationsOfCase(visitor.institution, id),
  };
  const { title, procedure: bound, texts, authority, joined, moved, holds } = state.context;
  return {
    id,
    stream: `case/${id}`,
    version: world.version(`case/${id}`),
    title,
    procedure: { id: bound.id, version: bound.version, hash: bound.hash, title: procedure.definition.title },
    rehearsal: org.context.mode === 'rehearsal',
    now: scene.now,
    done: state.status === 'done',
    texts: { scheme: texts.scheme, manuscript: seesManuscript(scene) ? texts.manuscript : null },
    authority,
    joined: joined && { stage: joined.stage, confirmed: joined.confirmed },
    moved: moved && { from: moved.from.version, restorable: moved.before !== null },
    holds: holds.map((hold) => holdView(scene, hold)),
    stages: stagesOf(procedure.definition).map((stage) => stageView(scene, stage, procedure)),
    links: { self: `/v1/cases/${id}`, history: `/v1/cases/${id}/history`, ...linksTo(scene) },
    may: (await asked(reader, (known) => may('case', id, held, known))).map((each) => ({ ...each })),
  };
}

/** That a case is held is everybody's to know; which record holds it, only theirs who may see the record. */
function holdView({ items }: Scene, { by, rules }: Hold): CaseOverview['holds'][number] {
  const shown = items.some(({ stream }) => stream === by);
  return { record: shown ? by : null, href: shown ? hrefOf(by) : null, rules: [...rules] };
}

type Hold = StateOf<'case'>['context']['holds'][number];

function linksTo({ items }: Scene): { readonly [kind: string]: string } {
  const single = items.filter(({ kind }) => kind === 'manuscript' || kind === 'issue');
  return Object.fromEntries(single.flatMap(({ kind, stream }) => [[kind, hrefOf(stream) ?? '']]));
}

function stageView(scene: Scene, stage: Stage, procedure: Procedure): CaseStage {
  const items = scene.items.filter((item) => item.stage === stage.id && item.kind !== 'case');
  return {
    id: stage.id,
    title: stage.title,
    kind: stage.kind,
    ...standingOf(scene, stage),
    ...outcomeOf(scene, stage, procedure),
    counts: Object.fromEntries(
      [...Map.groupBy(items, ({ status }) => status)].map(([status, rows]) => [status, rows.length]),
    ),
    items: items.map((item) => itemView(scene, item)),
    basis: stage.basis ?? null,
  };
}

type Standing = Pick<
  CaseStage,
  'state' | 'words' | 'round' | 'due' | 'overdue' | 'paused' | 'why' | 'holders'
>;

function standingOf(scene: Scene, { id }: Stage): Standing {
  const { open, entered, decided, dates } = scene.state.context;
  const { due, round, paused: since } = entered[id] ?? { due: dates[id] ?? null, round: 0 };
  const why = [...whyStage(scene.state.context, id)];
  const at = { round, due, overdue: false, paused: since !== undefined, why, holders: [] };
  if (!open.includes(id)) {
    const state = decided[id] ? 'closed' : 'waiting';
    return { ...at, state, words: wordsOf(STATUS_WORDS, state).zh };
  }
  const holders = holdersOf(scene, (row) => isOfStage(scene, row, id));
  const words = wordsOf(STATUS_WORDS, at.paused ? 'paused' : 'open').zh;
  const overdue = !at.paused && due !== null && due < scene.now;
  return { ...at, state: 'open', words, overdue, holders };
}

function outcomeOf(
  scene: Scene,
  stage: Stage,
  procedure: Procedure,
): Pick<CaseStage, 'outcome' | 'outcomeWords' | 'text' | 'before'> {
  const decided = scene.state.context.decided[stage.id];
  if (!decided) return { outcome: null, outcomeWords: null, text: null, before: null };
  const { outcome, text } = decided;
  // Who read what a body decided has not read what its decision was carried over to.
  const known = seesManuscript(scene) ? text : (decided.own ?? text);
  const shown = known && mayKnow(scene, stage, known) ? known : null;
  return {
    outcome,
    outcomeWords: outcomeWords(stage, outcome, procedure),
    text: shown,
    before: decided.before ? { ...decided.before, scan: scene.papers ? decided.before.scan : null } : null,
  };
}

const seesManuscript = ({ items }: Scene): boolean => items.some(({ kind }) => kind === 'manuscript');

const TEXTLESS: readonly string[] = [
  'case',
  'condition',
  'deposit',
  'duty',
  'indicator',
  'record',
  'tabling',
];

/**
 * The hash of a text goes only to who may read the text: whoever knows a hash can cite it, and reads what they cite.
 * What a stage decided is read through its meeting, its filing or its issue, or as the manuscript itself; who has a part
 * in a condition, in a duty, in a tabled item or in a record alone reads no text by it.
 */
const mayKnow = (scene: Scene, { id }: Stage, text: TextRef): boolean =>
  seesManuscript(scene) ||
  scene.items.some(({ kind, stage }) => !TEXTLESS.includes(kind) && stage === id) ||
  sameText(text, scene.state.context.texts.scheme);

/** What the case itself owes names its stage at the end, e.g. `advance:collect`. */
const isOfStage = ({ stageOf }: Scene, { stream, name }: Of<ObligationRow>, stage: string): boolean =>
  stream.startsWith('case/') ? name.endsWith(`:${stage}`) : stageOf.get(stream) === stage;

const holdersOf = ({ org, owed }: Scene, which: (row: Of<ObligationRow>) => boolean): string[] => [
  ...new Set(owed.filter(which).map(({ holder }) => holderWords(org, holder))),
];

/** Who answers for a department that has ended; null for one that stands. */
function heirIn(org: OrgState, department: string | null): CaseItem['heir'] {
  const heir = department === null ? null : heirOf(org, department);
  const found = org.context.departments.find(({ id }) => id === heir);
  return found && heir !== department ? { id: found.id, name: found.name } : null;
}

function itemView(scene: Scene, item: Of<ItemRow>): CaseItem {
  const { stream, kind, label, status, department, no, due } = item;
  const holders = holdersOf(scene, (row) => row.stream === stream);
  return {
    stream,
    kind,
    label,
    status,
    words: wordsOf(STATUS_WORDS, status).zh,
    department,
    heir: heirIn(scene.org, department),
    no,
    due,
    overdue: holders.length > 0 && due !== null && due < scene.now,
    holders,
    href: hrefOf(stream) ?? '',
  };
}
