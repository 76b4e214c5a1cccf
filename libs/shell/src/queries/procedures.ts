import type { PageQuery, ProcedurePage, PublishedProcedure } from '@mouding/contract';
import { Definition, may, streamName, type StateOf } from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { pageAfter } from './cursor.ts';
import { asked, seen, sees, type Reader } from './reader.ts';

const lineOf = (id: string, { context }: StateOf<'procedure'>) => ({
  stream: streamName('procedure', id),
  id,
  procedure: context.id,
  title: context.title,
  versions: context.versions.map(({ version, hash, document, bound }) => ({
    version,
    hash,
    document,
    bound: bound ? { ...bound } : null,
  })),
});

/** Published procedures. */
export async function procedures(reader: Reader, query: PageQuery): Promise<ProcedurePage> {
  const rows = await seen(
    reader,
    await reader.ledger.items(reader.visitor.institution, { kinds: ['procedure'] }),
  );
  const { items, page } = pageAfter(rows, ({ stream }) => stream, query);
  const states = await asked(reader, (known) =>
    items.map(({ id }) => ({ id, state: known.state('procedure', id) })),
  );
  return { items: states.flatMap(({ id, state }) => (state ? [lineOf(id, state)] : [])), page };
}

/** A procedure with the definition of one version, by default the newest. @throws ProblemError not-found */
export async function procedure(reader: Reader, id: string, wanted?: number): Promise<PublishedProcedure> {
  const state = await asked(reader, (known) => known.state('procedure', id));
  if (!state || !(await sees(reader, 'procedure', id))) throw new ProblemError('not-found');
  const { versions } = state.context;
  const found = wanted === undefined ? versions.at(-1) : versions.find(({ version }) => version === wanted);
  const text = found && (await reader.ledger.text(reader.visitor.institution, found.hash));
  if (!found || text === undefined) throw new ProblemError('not-found');
  const mayAsk = await asked(reader, (known) => may('procedure', id, reader.held, known));
  return {
    ...lineOf(id, state),
    version: found.version,
    revision: reader.world.version(streamName('procedure', id)),
    definition: Definition.parse(JSON.parse(text)),
    may: mayAsk.map((each) => ({ ...each })),
  };
}
