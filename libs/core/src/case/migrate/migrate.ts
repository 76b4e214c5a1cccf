import { z } from 'zod';
import { Day } from '../../calendar.ts';
import {
  record,
  refuse,
  type Command,
  type Given,
  type Known,
  type Need,
  type Recorded,
} from '../../decider.ts';
import { calendarOf } from '../../org/holidays.ts';
import { BindingDocument, documentNeeds, isBound, unfounded } from '../../procedure/authorised.ts';
import { Key, stagesOf } from '../../procedure/definition.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { enterWaiting, procedureOf } from '../advance.ts';
import type { CaseFact, CaseState } from '../case.ts';
import { votesNeeds } from './conflicts.ts';
import { movedTo } from './fold.ts';
import type { Moving } from './moving.ts';
import { computeMove, digestOf, type Computed } from './preview.ts';

/** Cases of one move, each once: one that was named twice would move twice. */
export const Cases = z
  .array(z.uuid())
  .min(1)
  .max(20)
  .refine((cases) => new Set(cases).size === cases.length, '同一项工作不得重复列出 · a case is named twice')
  .meta({ description: '规划编制工作，各列一次 · the cases, in this order' });

/** What the effect depends on: asked for by the preview, and said again by whoever carries it out. */
const MOVE = {
  to: z.int().positive().meta({ description: '转入的版本 · the version to move to' }),
  cases: Cases,
  mapping: z
    .record(Key, Key)
    .default({})
    .meta({ description: '环节对照表：原环节→新环节，相同的不列 · old stage → new, where they differ' }),
  dates: z
    .record(Key, Day)
    .default({})
    .meta({ description: '指定的时限日，按新版本的环节 · days that are set, by stage of the new version' }),
};
const Move = z.strictObject(MOVE);
export type Move = Readonly<z.infer<typeof Move>>;

export const MigrateCases = z
  .strictObject({
    ...MOVE,
    document: BindingDocument,
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: '所见换版预览的摘要 · digest of the preview that was seen' }),
  })
  .meta({ id: 'MigrateCases', description: '在办工作换版 · moves cases to another version, all or none' });
type Body = z.infer<typeof MigrateCases>;

/** The published version of a procedure; undefined for none. */
export const versionOf = (known: Known, id: string, version: number) =>
  known.state('procedure', id)?.context.versions.find((each) => each.version === version);

/** Everything that the effect on these cases is computed from. */
function moveNeeds(known: Known, id: string, { to, cases }: Pick<Move, 'to' | 'cases'>): readonly Need[] {
  const version = versionOf(known, id, to);
  return [
    { read: streamName('procedure', id) },
    ...(version ? [{ procedure: version.hash }] : []),
    ...cases.flatMap((each): readonly Need[] => [
      { read: streamName('case', each) },
      ...votesNeeds(known, known.state('case', each)),
    ]),
  ];
}

/** What the move would do to each case, in the order in which they are named; a refusal for what cannot be looked at. */
export function computeMoves(known: Known, id: string, move: Move): readonly Computed[] | Refusal {
  const version = versionOf(known, id, move.to);
  if (!version) return unpublished(move.to);
  const procedure = known.state('procedure', id)?.context.id ?? '';
  const stray = move.cases.find((each) => !belongs(known, each, procedure, version.hash));
  if (stray !== undefined) return notOfIt(stray, move.to);
  const ref = { id: procedure, version: version.version, hash: version.hash };
  return move.cases.map((caseId) => {
    const state = stateOf(known, caseId);
    const from = procedureOf(known, caseId);
    const moving: Moving = {
      caseId,
      state,
      from,
      to: known.procedure(version.hash),
      ref,
      mapping: move.mapping,
      days: move.dates,
      calendar: calendarOf(known),
    };
    return computeMove(known, moving);
  });
}

function belongs(known: Known, caseId: string, procedure: string, hash: string): boolean {
  const bound = known.state('case', caseId)?.context.procedure;
  return bound?.id === procedure && bound.hash !== hash;
}

/** @throws Error for a case that is not there: it was asked before whether it is */
function stateOf(known: Known, caseId: string): CaseState {
  const state = known.state('case', caseId);
  if (!state) throw new Error(`case ${caseId} is not known`);
  return state;
}

/** What opening stages with the move writes into. */
function enteringNeeds(known: Known, id: string, move: Move): readonly Need[] {
  const version = versionOf(known, id, move.to);
  const loaded = move.cases.every((each) => known.state('case', each) !== undefined);
  if (!version || !loaded || !known.hasProcedure(version.hash)) return [];
  const { definition, stage } = known.procedure(version.hash);
  return move.cases.flatMap((each) =>
    stagesOf(definition).flatMap((found) => stage(found.id).kind.enterNeeds?.(known, each, found) ?? []),
  );
}

/**
 * 换版: carries out exactly what the preview showed, for all cases or for none. By the director of the office, on the
 * paper that authorises it.
 */
export const migrateCases: Command<'procedure', Body> = {
  verb: 'procedure.migrate',
  on: 'procedure',
  needs: (known, id, body) => [
    { write: streamName('procedure', id) },
    ...moveNeeds(known, id, body),
    ...body.cases.map((each) => ({ write: streamName('case', each) })),
    ...documentNeeds(body.document),
    ...enteringNeeds(known, id, body),
  ],
  decide(given, id, body) {
    const refusal = unauthorised(given, body.document);
    if (refusal) return refuse(refusal);
    const computed = computeMoves(given, id, body);
    if ('rule' in computed) return refuse(computed);
    const stopped = conflictOf(computed) ?? otherThanSeen(given, computed, body.digest);
    if (stopped) return refuse(stopped);
    return {
      facts: computed.flatMap((each) => factsOf(given, each, body)),
      notices: computed.flatMap(({ preview }) => preview.notices),
    };
  },
};

function factsOf(given: Given, { preview, data }: Computed, { document, digest }: Body): readonly Recorded[] {
  if (!data) return [];
  const moved = { ...data, document, digest, by: given.actor.person ?? '' };
  const fact: CaseFact = { type: 'CaseMigrated', data: moved };
  const { machine } = given.procedure(data.to.hash);
  const next = movedTo(machine, stateOf(given, preview.case), moved) as CaseState;
  return [record(streamName('case', preview.case), fact), ...enterWaiting(given, preview.case, next)];
}

/** 换版须有依据: a paper that says so, which can be found again. */
export function unauthorised(given: Given, document: BindingDocument): Refusal | null {
  if (isBound(document)) return unfounded(given, document);
  return against(
    'case.migrate-document',
    '换版须有批准文件：写明文号或会议届次，或附扫描件、文本、决议',
    'A case moves on a document: its number, its scan, its text or the resolution',
    {},
    { zh: '请补充批准文件', en: 'Give the document that authorises it' },
  );
}

/** The first conflict of the first case that has one: none of them moves. */
function conflictOf(computed: readonly Computed[]): Refusal | null {
  const stopped = computed.find(({ preview }) => preview.conflicts.length > 0);
  const [first] = stopped?.preview.conflicts ?? [];
  if (!stopped || !first) return null;
  const all = computed.flatMap(({ preview }) =>
    preview.conflicts.map(({ rule }) => ({ case: preview.case, rule })),
  );
  return { ...first, facts: { ...first.facts, case: stopped.preview.case, conflicts: all } };
}

function otherThanSeen(given: Given, computed: readonly Computed[], seen: string): Refusal | null {
  const digest = digestOf(
    computed.map(({ preview }) => preview),
    (content) => given.refOf(content),
  );
  if (digest === seen) return null;
  return notNow(
    'case.migrate-moved',
    '预览之后情况有变，请重新查看换版预览',
    'Things have changed since the preview: look at it again',
    { seen, digest },
  );
}

const unpublished = (version: number): Refusal =>
  notNow('procedure.published', '没有这个版本，请先发布', 'There is no such published version', { version });

const notOfIt = (caseId: string, version: number): Refusal =>
  notNow(
    'case.migrate-version',
    '所列工作中有的不按这个程序办理，或已按该版本办理',
    'A case does not run by this procedure, or runs by this version already',
    { case: caseId, version },
  );
