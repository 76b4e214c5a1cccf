import { hrefOf, VERB_WORDS, wordsOf, type OwingList, type OwingQuery } from '@mouding/contract';
import {
  calendarOf,
  dayOf,
  firstKind,
  heirOf,
  keyOfUrged,
  owingText,
  parseStream,
  stagesOf,
  workingDayFrom,
  type ItemRow,
  type ObligationRow,
  type OrgState,
  type Stage,
  type StreamName,
  type Urgings,
  type WorkCalendar,
} from '@mouding/core';
import type { Of } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { holderWords } from './holder-words.ts';
import { asked, seen, sees, type Reader } from './reader.ts';

type Group = OwingList['groups'][number];
type Row = Of<ObligationRow>;

/** Acts that everybody expected owes until it is done, so that 应报 can be counted by the streams that ask for it. */
const BY_STREAM: ReadonlySet<string> = new Set(['contribution.submit', 'chapter.submit']);

/** What a list is made of. */
interface Scene {
  readonly org: OrgState;
  readonly now: string;
  readonly items: ReadonlyMap<string, Of<ItemRow>>;
  readonly stages: readonly Stage[];
  readonly urged: Urgings;
  readonly calendar: WorkCalendar;
}

/**
 * Who owes what in a case, by stage and act, its lines by department: what the reader may see of it.
 *
 * @throws ProblemError not-found
 */
export async function owing(reader: Reader, id: string, { verb }: OwingQuery): Promise<OwingList> {
  const { ledger, visitor, world } = reader;
  const state = await asked(reader, (known) => known.state('case', id));
  if (!state || !(await sees(reader, 'case', id))) throw new ProblemError('not-found');
  const { definition } = await world.procedure(state.context.procedure.hash);
  const items = await seen(reader, await ledger.itemsOfCase(visitor.institution, id));
  const scene: Scene = {
    org: await asked(reader, (known) => known.org),
    now: await ledger.lawNow(visitor.institution),
    items: new Map(items.map((item) => [item.stream, item])),
    stages: stagesOf(definition),
    urged: state.context.urged,
    calendar: await asked(reader, calendarOf),
  };
  const rows = (await seen(reader, await ledger.obligationsOfCase(visitor.institution, id))).filter(
    (row) => verb === undefined || row.verb === verb,
  );
  const groups = await groupsOf(reader, scene, rows, verb);
  const { title } = state.context;
  const text = owingText(title, scene.now, groups.map(forText));
  return { case: { id, title }, now: scene.now, groups, text };
}

async function groupsOf(
  reader: Reader,
  scene: Scene,
  rows: readonly Row[],
  verb: string | undefined,
): Promise<Group[]> {
  const byStage = Map.groupBy(rows, (row) => `${stageOf(scene, row)?.id ?? ''} ${row.verb}`);
  // Asked for one act that nobody owes any more, the answer is how many have done it.
  const kinds = [...scene.items.values()].filter(({ kind }) => verb?.startsWith(`${kind}.`));
  for (const { stage } of kinds) {
    const key = `${stage ?? ''} ${verb}`;
    if (!byStage.has(key)) byStage.set(key, []);
  }
  const order = scene.stages.map(({ id }) => id);
  const groups = await Promise.all([...byStage].map(([key, owed]) => groupOf(reader, scene, key, owed)));
  return groups
    .filter(({ owing: count, expected }) => count > 0 || expected !== null)
    .toSorted((a, b) => order.indexOf(a.stage?.id ?? '') - order.indexOf(b.stage?.id ?? ''));
}

async function groupOf(reader: Reader, scene: Scene, key: string, rows: readonly Row[]): Promise<Group> {
  const [stageId = '', verb = ''] = key.split(' ');
  const stage = scene.stages.find(({ id }) => id === stageId);
  const expected = await expectedOf(reader, scene, stageId, verb);
  const lines = rows
    .map((row) => lineOf(scene, row))
    .toSorted((a, b) => order(scene, a) - order(scene, b) || (a.label < b.label ? -1 : 1));
  return {
    stage: stage ? { id: stage.id, title: stage.title } : null,
    verb,
    words: wordsOf(VERB_WORDS, verb),
    expected,
    done: expected === null ? null : Math.max(0, expected - lines.length),
    owing: lines.length,
    lines,
  };
}

/** What a case itself owes names its stage at the end; all else stands in the stage of its stream. */
function stageOf({ items, stages }: Scene, { stream, name }: Row): Stage | undefined {
  if (stream.startsWith('case/')) return stages.find(({ id }) => name.endsWith(`:${id}`));
  return stages.find(({ id }) => id === items.get(stream)?.stage);
}

function lineOf(scene: Scene, row: Row): Group['lines'][number] {
  const { org, now, items } = scene;
  const { stream, name, holder, due } = row;
  const named = heirOf(org, holder.split('@')[1] ?? '');
  const department = org.context.departments.find(({ id }) => id === named);
  return {
    department: department ? { id: department.id, name: department.name } : null,
    holder: holderWords(org, holder),
    label: items.get(stream)?.label ?? parseStream(stream).kind,
    due,
    overdue: due !== null && due < now,
    stream,
    name,
    href: hrefOf(stream) ?? '',
    ...urgingOf(scene, row),
  };
}

function urgingOf(
  scene: Scene,
  { stream, name, verb }: Row,
): Pick<Group['lines'][number], 'urged' | 'mayUrge'> {
  const urged = scene.urged[keyOfUrged({ stream: stream as StreamName, name })] ?? null;
  return { urged, mayUrge: firstKind(verb) === 'todo' && !isOfToday(scene, urged) };
}

/** Days off count with the working day that follows them. */
const isOfToday = ({ now, calendar }: Scene, urged: string | null): boolean =>
  urged !== null && workingDayFrom(urged, calendar) === workingDayFrom(dayOf(now), calendar);

/** Departments in the order of the organisation, whoever has none behind them. */
function order({ org }: Scene, { department }: Group['lines'][number]): number {
  const at = org.context.departments.findIndex(({ id }) => id === department?.id);
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
}

/** 应报: one a stream, or one a recipient of what goes to many; null where nobody can say. */
async function expectedOf(
  reader: Reader,
  { items }: Scene,
  stage: string,
  verb: string,
): Promise<number | null> {
  const [kind] = verb.split('.');
  const asking = [...items.values()].filter((item) => item.kind === kind && item.stage === stage);
  // What a draft does without, with consent, was not handed in and is not expected any longer.
  if (BY_STREAM.has(verb)) return asking.filter(({ status }) => status !== 'dispensed').length;
  if (verb !== 'consultation.give-opinion' && verb !== 'issue.acknowledge') return null;
  const counts = await Promise.all(
    asking.map(({ id }) =>
      asked(reader, (known) =>
        verb === 'issue.acknowledge'
          ? (known.state('issue', id)?.context.recipients.length ?? 0)
          : (known.state('consultation', id)?.context.recipients.length ?? 0),
      ),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

const forText = ({ stage, words, expected, lines }: Group) => ({
  stage: stage?.title ?? null,
  act: words.zh,
  expected,
  lines: lines.map(({ department, holder, label, due, overdue }) => ({
    who: department?.name ?? holder,
    label,
    due,
    overdue,
  })),
});
