import type { MigrationPreview, MigrationQuery, ProcedureDiff, RollBack } from '@mouding/contract';
import {
  computeMoves,
  computeRollBack,
  diffDefinitions,
  digestOf,
  type CasePreview,
  type Move,
  type Refusal,
  type RollBackPreview,
  type StateOf,
} from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { contentHash } from '../reading/derived-id.ts';
import { readsManuscripts } from './cited-files.ts';
import { asked, seen, sees, type Reader } from './reader.ts';

/** As many as one command takes. */
const MOST = 20;

/** What is other in version `to` than in `from`, in words. @throws ProblemError not-found */
export async function procedureDiff(
  reader: Reader,
  id: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ProcedureDiff> {
  const { context } = await procedureState(reader, id);
  const [before, after] = await Promise.all(
    [from, to].map(async (version) => {
      const found = context.versions.find((each) => each.version === version);
      if (!found) throw new ProblemError('not-found');
      return reader.world.procedure(found.hash);
    }),
  );
  if (!before || !after) throw new ProblemError('not-found');
  const changes = diffDefinitions(before.definition, after.definition);
  return { procedure: context.id, from, to, changes: changes.map((change) => ({ ...change })) };
}

async function procedureState(reader: Reader, id: string): Promise<StateOf<'procedure'>> {
  const state = await asked(reader, (known) => known.state('procedure', id));
  if (!state || !(await sees(reader, 'procedure', id))) throw new ProblemError('not-found');
  return state;
}

/**
 * 换版预览: what moving these cases, by default every one that runs by another version, would do. Nothing changes.
 *
 * @throws ProblemError not-found, for a version or a case that is not there; refused, for a case that cannot be looked at
 */
export async function migration(
  reader: Reader,
  id: string,
  query: MigrationQuery,
): Promise<MigrationPreview> {
  const { context } = await overseen(reader, id);
  const version = context.versions.find((each) => each.version === query.to);
  if (!version) throw new ProblemError('not-found');
  await reader.world.procedure(version.hash);
  const cases = query.cases
    ? await visibleOnes(reader, query.cases.split(','))
    : await movable(reader, context.id, version.hash);
  const move: Move = {
    to: query.to,
    cases: [...cases],
    mapping: pairsOf(query.mapping),
    dates: pairsOf(query.dates),
  };
  const computed = await asked(reader, (known) => computeMoves(known, id, move));
  if ('rule' in computed) throw new ProblemError('refused', { refusal: computed });
  const previews = computed.map(({ preview }) => preview);
  const digest = digestOf(previews, (content) => ({ hash: contentHash(content) }));
  return { procedure: id, to: query.to, cases: previews.map(moveView), digest };
}

/** 撤回换版预览. @throws ProblemError not-found */
export async function rollBack(reader: Reader, id: string, wanted: readonly string[]): Promise<RollBack> {
  const { context } = await overseen(reader, id);
  const cases = await visibleOnes(reader, wanted);
  const hashes = await asked(reader, (known) =>
    cases.flatMap((each) => known.state('case', each)?.context.moved?.from.hash ?? []),
  );
  for (const hash of hashes) await reader.world.procedure(hash);
  const previews = await asked(reader, (known) => cases.map((each) => computeRollBack(known, each)));
  const own = previews.flatMap((each) => (each?.from.id === context.id ? [each] : []));
  if (own.length < cases.length) throw new ProblemError('not-found');
  return { procedure: id, cases: own.map(backView) };
}

/** What would become of cases is for those who oversee them: everybody else sees it once it was done. @throws ProblemError not-found */
async function overseen(reader: Reader, id: string): Promise<StateOf<'procedure'>> {
  if (!readsManuscripts(reader)) throw new ProblemError('not-found');
  return procedureState(reader, id);
}

/** Cases by id, each of which the reader must see. @throws ProblemError not-found */
async function visibleOnes(reader: Reader, ids: readonly string[]): Promise<readonly string[]> {
  for (const id of ids) {
    const state = await asked(reader, (known) => known.state('case', id));
    if (!state || !(await sees(reader, 'case', id))) throw new ProblemError('not-found');
  }
  return ids;
}

/** Cases that run by another version of the procedure, the oldest first. */
async function movable(reader: Reader, procedure: string, hash: string): Promise<readonly string[]> {
  const { ledger, visitor } = reader;
  const rows = await seen(reader, await ledger.items(visitor.institution, { kinds: ['case'] }));
  const states = await asked(reader, (known) =>
    rows.map(({ id }) => ({ id, state: known.state('case', id) })),
  );
  return states
    .filter(({ state }) => {
      const bound = state?.context.procedure;
      return state?.status === 'active' && bound?.id === procedure && bound.hash !== hash;
    })
    .slice(0, MOST)
    .map(({ id }) => id);
}

const pairsOf = (written: string | undefined): { readonly [key: string]: string } =>
  Object.fromEntries((written ?? '').split(',').flatMap((pair) => (pair === '' ? [] : [pair.split(':')])));

type Moved = MigrationPreview['cases'][number];

const conflictView = ({ because, rule, said, basis, facts, needs }: Refusal): Moved['conflicts'][number] => ({
  because,
  rule,
  said,
  facts,
  ...(basis === undefined ? {} : { basis }),
  ...(needs === undefined ? {} : { needs }),
});

const moveView = (preview: CasePreview): Moved => ({
  ...preview,
  stages: [...preview.stages],
  gates: [...preview.gates],
  decisions: [...preview.decisions],
  dates: [...preview.dates],
  obligations: { opens: [...preview.obligations.opens], drops: [...preview.obligations.drops] },
  enters: [...preview.enters],
  conflicts: preview.conflicts.map(conflictView),
  notices: [...preview.notices],
});

const backView = (preview: RollBackPreview): RollBack['cases'][number] => ({
  ...preview,
  open: [...preview.open],
  conflicts: preview.conflicts.map(conflictView),
  notices: [...preview.notices],
});
