import { randomBytes } from 'node:crypto';
import {
  commandOf,
  compileProcedure,
  Definition,
  procedureStream,
  streamName,
  type Fact,
} from '@mouding/core';
import { derivedId } from '../reading/derived-id.ts';
import { StateCache } from '../reading/state-cache.ts';
import { World, type Source } from '../reading/world.ts';
import { guessNeeds } from './guessing.ts';

const INSTITUTION = '00000000-0000-4000-8000-000000000001';
const PERSON = '00000000-0000-4000-8000-000000000002';
const CASE = '00000000-0000-4000-8000-000000000003';
const ORG = streamName('org', INSTITUTION);
const PROCEDURE = procedureStream((name) => derivedId(INSTITUTION, name), 'small');
const HASH = 'f'.repeat(64);

const HISTORY: { readonly [stream: string]: Fact } = {
  [ORG]: {
    type: 'InstitutionFounded',
    data: { name: '某医院', code: 'x', kind: 'unit', mode: 'live' },
  },
  [PROCEDURE]: {
    type: 'ProcedurePublished',
    data: { id: 'small', version: 1, hash: HASH, title: '小程序', document: null },
  },
};
const source: Source = {
  entries: (stream) =>
    Promise.resolve([{ entry: JSON.stringify({ ...HISTORY[stream], version: 1 }), leafHash: stream }]),
  text: () => Promise.resolve(undefined),
};

const small = compileProcedure(
  Definition.parse({
    id: 'small',
    title: '小程序',
    bodies: {},
    chapters: [],
    steps: [{ id: 'material', kind: 'collect@1', title: '报送', then: { collected: 'end' } }],
  }),
);

/** A cache in which these streams were folded. */
async function cacheOf(...streams: readonly (typeof ORG | typeof PROCEDURE)[]): Promise<StateCache> {
  const cache = new StateCache();
  for (const stream of streams) await new World(INSTITUTION, source, cache).bring(stream);
  return cache;
}

/** What is guessed of opening a case. */
function guessed(cache: StateCache) {
  const command = commandOf('case.open');
  if (!command) throw new Error('no case.open');
  const body = {
    title: '规划',
    procedure: 'small',
    scheme: { scheme: 'blob-sha256@1', hash: HASH },
    dates: {},
  };
  const asking = {
    institution: INSTITUTION,
    person: PERSON,
    verb: 'case.open',
    id: null,
    body,
    key: 'key',
    post: null,
    expected: null,
    deadline: null,
    language: 'zh' as const,
  };
  return guessNeeds(cache, asking, {
    command,
    id: CASE,
    seed: randomBytes(32),
    secret: null,
    barred: null,
  });
}

test('what was kept tells what will be locked and read', async () => {
  const cache = await cacheOf(ORG, PROCEDURE);
  cache.keepProcedure(HASH, small);
  expect(await guessed(cache)).toEqual({
    locks: [
      { name: ORG, mode: 'read' },
      { name: `case/${CASE}`, mode: 'write' },
      { name: PROCEDURE, mode: 'read' },
    ],
    texts: [HASH],
  });
});

const NOTHING = { locks: [], texts: [] };

test('a procedure that was not compiled here yet, and a stream that was not folded, leave nothing to guess', async () => {
  expect(await guessed(await cacheOf(ORG, PROCEDURE))).toEqual(NOTHING);
  expect(await guessed(await cacheOf(ORG))).toEqual(NOTHING);
});
