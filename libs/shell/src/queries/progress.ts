import { hrefOf, STATUS_WORDS, wordsOf, type CaseProgress } from '@mouding/contract';
import {
  dayOf,
  stagesOf,
  type ItemRow,
  type Known,
  type ObligationRow,
  type OrgState,
  type Stage,
  type StateOf,
} from '@mouding/core';
import type { Of } from '@mouding/ledger';
import type { Entry } from '@mouding/evidence';
import { ProblemError } from '../problem/problem-error.ts';
import { readsManuscripts } from './cited-files.ts';
import { entriesOf } from './entries.ts';
import { holderWords } from './holder-words.ts';
import { outcomeWords } from './outcome-words.ts';
import { chapterSteps, departmentSteps, NOTHING_HERE, type Around } from './progress-steps.ts';
import { asked, inOwnRight, seen, sees, type Reader } from './reader.ts';

type Row = Of<ItemRow>;
type StageLine = CaseProgress['stages'][number];

/**
 * 办理进度 of a case: every stage from its opening to its end, and the chapters and departments that the reader may see,
 * step by step.
 *
 * @throws ProblemError not-found
 */
export async function caseProgress(reader: Reader, id: string): Promise<CaseProgress> {
  const { ledger, visitor } = reader;
  const state = await asked(reader, (known) => known.state('case', id));
  if (!state || !(await sees(reader, 'case', id))) throw new ProblemError('not-found');
  const items = await seen(reader, await ledger.itemsOfCase(visitor.institution, id));
  const owed = await ledger.obligationsOfCase(visitor.institution, id);
  const now = await ledger.lawNow(visitor.institution);
  const scene: Scene = {
    now,
    org: await asked(reader, (known) => known.org),
    items,
    owed: new Set(owed.map(({ stream }) => stream)),
    others: readsManuscripts(reader),
    own: new Set(inOwnRight(reader).flatMap(({ department }) => department ?? [])),
  };
  return {
    case: { id, title: state.context.title },
    now,
    stages: await stagesIn(reader, state, { ...scene, rows: owed }),
    ...(await asked(reader, (known) => matrixOf(known, scene))),
  };
}

interface Scene {
  readonly now: string;
  readonly org: OrgState;
  readonly items: readonly Row[];
  /** Streams that owe something. */
  readonly owed: ReadonlySet<string>;
  /** Whether the reader sees what other departments do. */
  readonly others: boolean;
  /** Departments in which the reader holds a post. */
  readonly own: ReadonlySet<string>;
}

type CaseState = StateOf<'case'>;
type Timed = Scene & { readonly rows: readonly Of<ObligationRow>[] };

async function stagesIn(reader: Reader, state: CaseState, scene: Timed): Promise<StageLine[]> {
  const procedure = await reader.world.procedure(state.context.procedure.hash);
  const entries = await entriesOf(
    reader,
    `case/${scene.items.find(({ kind }) => kind === 'case')?.id ?? ''}`,
  );
  return stagesOf(procedure.definition).map((stage) => {
    const decided = state.context.decided[stage.id];
    return {
      id: stage.id,
      title: stage.title,
      kind: stage.kind,
      ...timesOf(state, stage, entries),
      ...standingOf(state, stage, scene),
      outcomeWords: decided ? outcomeWords(stage, decided.outcome, procedure) : null,
      owners: ownersOf(stage, scene),
    };
  });
}

const standingWords = (state: string): string => wordsOf(STATUS_WORDS, state).zh;

function standingOf(
  { context }: CaseState,
  { id }: Stage,
  { now }: Scene,
): Pick<StageLine, 'state' | 'words' | 'overdue' | 'paused' | 'round'> {
  const entered = context.entered[id] ?? NEVER;
  const { round } = entered;
  if (!context.open.includes(id)) {
    const state = context.decided[id] ? 'closed' : 'waiting';
    return { round, overdue: false, paused: false, state, words: standingWords(state) };
  }
  const paused = entered.paused !== undefined;
  const overdue = !paused && entered.due !== null && entered.due < now;
  return { round, state: 'open', words: standingWords(paused ? 'paused' : 'open'), paused, overdue };
}

type Entered = CaseState['context']['entered'][string];

/** A stage that the case has not reached. */
const NEVER: Entered = { round: 0, due: null, streams: [] };

/** By the case's own entries: its last opening, and the day of its end, or the papers' day where it ended before. */
function timesOf(
  { context }: CaseState,
  { id }: Stage,
  entries: readonly Entry[],
): Pick<StageLine, 'planned' | 'entered' | 'ended'> {
  const { due, on } = context.entered[id] ?? NEVER;
  return {
    planned: due ?? context.dates[id] ?? null,
    entered: on ?? lastDay(entries, 'StageEntered', id),
    ended: context.open.includes(id)
      ? null
      : endedOn(context.decided[id], lastDay(entries, 'StageClosed', id)),
  };
}

const endedOn = (
  decided: CaseState['context']['decided'][string] | undefined,
  closed: string | null,
): string | null => decided?.before?.on ?? closed;

/** The Beijing day of the last such entry of a stage. */
function lastDay(entries: readonly Entry[], type: string, stage: string): string | null {
  const found = entries.findLast((entry) => entry.type === type && entry.data['stage'] === stage);
  return found ? dayOf(found.at) : null;
}

const ownersOf = ({ id }: Stage, { rows, items, org }: Timed): string[] => {
  const stageOf = new Map(items.map(({ stream, stage }) => [stream, stage]));
  const owed = rows.filter(({ stream, name }) =>
    stream.startsWith('case/') ? name.endsWith(`:${id}`) : stageOf.get(stream) === id,
  );
  return [...new Set(owed.map(({ holder }) => holderWords(org, holder)))];
};

type Matrix = Pick<CaseProgress, 'chapters' | 'departments'>;

function matrixOf(known: Known, scene: Scene): Matrix {
  const consultation = scene.items.findLast(({ kind }) => kind === 'consultation');
  const sheet = scene.items.find(({ kind }) => kind === 'indicator');
  const around: Around = {
    now: scene.now,
    consultation: consultation ? (known.state('consultation', consultation.id) ?? null) : null,
    sheet: sheet ? (known.state('indicator', sheet.id) ?? null) : null,
  };
  return { chapters: chaptersIn(known, scene), departments: departmentsIn(known, scene, around) };
}

const rowOf = ({ stream, label, status, due }: Row, { owed, now }: Scene) => ({
  label,
  stream,
  href: hrefOf(stream),
  status,
  words: wordsOf(STATUS_WORDS, status).zh,
  due,
  overdue: owed.has(stream) && due !== null && due < now,
});

function chaptersIn(known: Known, scene: Scene): Matrix['chapters'] {
  const { departments, posts } = scene.org.context;
  const names = (ids: readonly string[]): string[] =>
    ids.map((one) => departments.find(({ id }) => id === one)?.name ?? '').filter((name) => name !== '');
  return scene.items
    .filter(({ kind }) => kind === 'chapter')
    .flatMap((item) => {
      const state = known.state('chapter', item.id);
      if (!state) return [];
      const { no, lead, owners, support, received } = state.context;
      return [
        {
          ...rowOf(item, scene),
          received,
          no,
          lead: posts.find(({ id }) => id === lead)?.title ?? '',
          owners: names(owners),
          support: names(support),
          steps: chapterSteps(state, scene.now),
        },
      ];
    })
    .toSorted((a, b) => a.no - b.no);
}

/** In the order of the organisation: every department that was asked for something, as far as the reader may see it. */
function departmentsIn(known: Known, scene: Scene, around: Around): Matrix['departments'] {
  const asked = new Map(
    scene.items.flatMap((item) =>
      item.kind === 'contribution' && item.department !== null ? [[item.department, item] as const] : [],
    ),
  );
  const recipients = new Set(around.consultation?.context.recipients ?? []);
  return scene.org.context.departments
    .filter(({ id }) => asked.has(id) || (recipients.has(id) && (scene.others || scene.own.has(id))))
    .map(({ id, name }) => {
      const item = asked.get(id);
      const state = item ? (known.state('contribution', item.id) ?? null) : null;
      return {
        ...(item ? rowOf(item, scene) : NOTHING_HERE),
        label: name,
        department: id,
        received: state?.context.received ?? null,
        steps: departmentSteps(id, state, around),
        opinions: around.consultation?.context.replies[id] ?? null,
      };
    });
}
