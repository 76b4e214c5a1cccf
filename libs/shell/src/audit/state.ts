import {
  STATUS_WORDS,
  VERB_WORDS,
  wordsOf,
  type AsOf,
  type OwedLine,
  type StateLine,
  type StateQuery,
  type StateThen,
} from '@mouding/contract';
import {
  emptyState,
  kindFrom,
  nextState,
  parseStream,
  procedureNamedBy,
  stageOf,
  type Procedure,
  type Rows,
  type StateOf,
  type TextRef,
} from '@mouding/core';
import { holderWords } from '../queries/holder-words.ts';
import type { AuditScope } from './access.ts';
import { caseLog, type CaseLog, type LogFact } from './case-log.ts';
import { momentOf } from './moment.ts';

/** What the facts of a case come to, folded again from the first of them: never from a state that was kept. */
export interface FoldedCase {
  readonly log: CaseLog;
  readonly asOf: AsOf;
  readonly stages: StateThen['stages'];
  /** By stream. */
  readonly items: ReadonlyMap<string, StateLine>;
  /** By stream and name. */
  readonly owed: ReadonlyMap<string, OwedLine>;
}

/** 某一时点的全部状态: everything of a case as it stood. @throws ProblemError not-found */
export async function stateThen(scope: AuditScope, id: string, { at }: StateQuery): Promise<StateThen> {
  const log = await caseLog(scope, id, momentOf(scope, at));
  const { asOf, stages, items, owed } = await foldCase(scope, log);
  return {
    case: { id, title: log.title },
    asOf,
    stages,
    items: [...items.values()],
    owed: [...owed.values()],
    facts: log.facts.length,
  };
}

/** Folds every stream of the case and reads off its rows. @throws IllFittingFact when the record is not whole */
export async function foldCase(scope: AuditScope, log: CaseLog): Promise<FoldedCase> {
  const procedures = await proceduresOf(scope, log.facts);
  const streams = [...Map.groupBy(log.facts, (fact) => fact.stream)].map(([stream, facts]) => ({
    stream,
    facts,
    ...foldThen(facts, procedures),
  }));
  return {
    log,
    asOf: asOfIn(log.facts),
    stages: streams
      .filter(({ stream }) => parseStream(stream).kind === 'case')
      .flatMap(({ state }) => stagesOf(state as StateOf<'case'>, procedures)),
    items: new Map(
      streams.flatMap(({ stream, facts, rows: { item } }) =>
        item ? [[stream, lineOf(scope, facts, item)] as const] : [],
      ),
    ),
    owed: new Map(
      streams.flatMap(({ stream, rows: { item, obligations } }) =>
        obligations.map((each) => {
          const line = owedLine(scope, stream, item?.label ?? '', each);
          return [`${stream} ${each.name}`, line] as const;
        }),
      ),
    ),
  };
}

/** Up to where facts say something. */
export function asOfIn(facts: readonly Pick<LogFact, 'idx' | 'at' | 'leafHash'>[]): AsOf {
  const last = facts.at(-1);
  return last
    ? { index: last.idx, at: last.at, leafHash: last.leafHash }
    : { index: -1, at: null, leafHash: null };
}

type Procedures = ReadonlyMap<string, Procedure>;

async function proceduresOf({ reader }: AuditScope, facts: readonly LogFact[]): Promise<Procedures> {
  const found = new Map<string, Procedure>();
  for (const { stream, type, data } of facts) {
    const hash = parseStream(stream).kind === 'case' ? procedureNamedBy({ type, data }) : undefined;
    if (hash !== undefined && !found.has(hash)) found.set(hash, await reader.world.procedure(hash));
  }
  return found;
}

function foldThen(
  facts: readonly LogFact[],
  procedures: Procedures,
): { readonly rows: Rows; readonly state: unknown } {
  const [first] = facts;
  if (!first) return { rows: { item: null, obligations: [] }, state: null };
  const { kind, id } = parseStream(first.stream);
  const named = (hash: string): Procedure | undefined => procedures.get(hash);
  let of = kindFrom(kind, null, first, named);
  let state = emptyState(of);
  for (const fact of facts) {
    of = kindFrom(kind, of, fact, named);
    ({ state } = nextState(of, state, { type: fact.type, data: fact.data }));
  }
  return { rows: of.rows(id, state), state };
}

type Item = NonNullable<Rows['item']>;

function lineOf({ access }: AuditScope, facts: readonly LogFact[], item: Item): StateLine {
  const { departments, dissolved } = access.org.context;
  const found = [...departments, ...dissolved].find(({ id }) => id === item.department);
  const { kind, label, stage, status, due, no } = item;
  const last = facts.at(-1);
  return {
    stream: last?.stream ?? '',
    version: last?.version ?? 0,
    kind,
    label,
    stage,
    status,
    statusWords: wordsOf(STATUS_WORDS, status),
    department: found ? { id: found.id, name: found.name } : null,
    due,
    text: textAmong(facts),
    no,
  };
}

/** The text that the facts of a stream named last. */
function textAmong(facts: readonly Pick<LogFact, 'data'>[]): TextRef | null {
  const named = facts.findLast(({ data }) => isText(data['text']));
  const text = named?.data['text'];
  return isText(text) ? { scheme: text.scheme, hash: text.hash } : null;
}

const isText = (value: unknown): value is TextRef =>
  typeof value === 'object' && value !== null && 'scheme' in value && 'hash' in value;

type Obligation = Rows['obligations'][number];

const owedLine = ({ access }: AuditScope, stream: string, label: string, each: Obligation): OwedLine => ({
  stream,
  name: each.name,
  label,
  verb: each.verb,
  verbWords: wordsOf(VERB_WORDS, each.verb),
  holder: each.holder,
  holderWords: holderWords(access.org, each.holder),
  due: each.due,
});

function stagesOf({ context }: StateOf<'case'>, procedures: Procedures): StateThen['stages'] {
  const procedure = procedures.get(context.procedure.hash);
  return context.open.map((stage) => ({
    stage,
    title: procedure ? stageOf(procedure.definition, stage).title : stage,
    due: context.entered[stage]?.due ?? null,
    paused: context.entered[stage]?.paused !== undefined,
  }));
}
