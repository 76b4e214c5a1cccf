import { streamName, type Fact } from '@mouding/core';
import { StateCache } from './state-cache.ts';
import { World, type Source } from './world.ts';

const INSTITUTION = '00000000-0000-4000-8000-000000000001';
const ORG = streamName('org', INSTITUTION);
const PERSON = streamName('person', '00000000-0000-4000-8000-000000000002');

const FOUNDED = {
  type: 'InstitutionFounded',
  data: { name: '某医院', code: 'x', kind: 'unit', mode: 'live' },
};
const CREATED = { type: 'DepartmentCreated', data: { department: 'd', name: '内科', kind: 'clinical' } };

/** A log in memory that counts how many entries were read from it. */
function sourceOf(log: { readonly [stream: string]: readonly Fact[] }) {
  const read: string[] = [];
  const source: Source = {
    entries(stream, after) {
      const found = (log[stream] ?? []).slice(after);
      read.push(...found.map(({ type }) => type));
      return Promise.resolve(
        found.map((fact, i) => ({
          entry: JSON.stringify({ ...fact, version: after + i + 1 }),
          leafHash: `${stream}@${after + i + 1}`,
        })),
      );
    },
    text: () => Promise.resolve(undefined),
  };
  return { source, read };
}

test('what was folded once is only read on from there', async () => {
  const cache = new StateCache();
  const log = { [ORG]: [FOUNDED] };
  await new World(INSTITUTION, sourceOf(log).source, cache).bring(ORG);
  const { source, read } = sourceOf({ [ORG]: [FOUNDED, CREATED] });
  const world = new World(INSTITUTION, source, cache);
  await world.bring(ORG);
  expect(read).toEqual(['DepartmentCreated']);
  expect([
    world.version(ORG),
    (await world.reach((known) => known.org.context.departments.map(({ name }) => name))).answer,
  ]).toEqual([2, ['内科']]);
});

test('a question brings what it looks at, and is asked again with it', async () => {
  const { source } = sourceOf({ [ORG]: [FOUNDED], [PERSON]: [{ type: 'PersonRegistered', data: {} }] });
  const world = new World(INSTITUTION, source, new StateCache());
  const { answer, streams } = await world.reach(
    (known) => `${known.org.context.name} ${known.state('person', PERSON.slice(7))?.value}`,
  );
  expect(answer).toBe('某医院 registered');
  expect(new Set(streams)).toEqual(new Set([ORG, PERSON]));
});

test('a fact that its machine cannot take is a fault, and changes nothing', async () => {
  const { source } = sourceOf({ [ORG]: [FOUNDED] });
  const world = new World(INSTITUTION, source, new StateCache());
  await world.bring(ORG);
  expect(() => world.append(ORG, FOUNDED)).toThrow('InstitutionFounded does not fit');
  expect(() => world.append(PERSON, CREATED)).toThrow('was not named in needs');
  expect(world.version(ORG)).toBe(1);
});

test('a state that the log does not know any more is folded again', async () => {
  const cache = new StateCache();
  await new World(INSTITUTION, sourceOf({ [ORG]: [FOUNDED, CREATED] }).source, cache).bring(ORG);
  const world = new World(INSTITUTION, sourceOf({ [ORG]: [FOUNDED] }).source, cache);
  await world.refold(ORG);
  expect(world.version(ORG)).toBe(1);
});
