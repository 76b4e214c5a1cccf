import { checkProcedure, compileProcedure, isTogether, readDefinition, type Definition } from '@mouding/core';
import { apart, forward, insertStep, joinNext, moveStep, newStage, removeStep } from './steps.ts';

const meeting = (id: string, then: string): unknown => ({
  id,
  kind: 'meeting@1',
  title: id,
  with: { body: 'committee', subject: 'scheme' },
  then: { deferred: 'again', 'not-passed': 'again', passed: then },
});

function read(steps: readonly unknown[]): Definition {
  const found = readDefinition({
    id: 'small',
    title: '小程序',
    bodies: {
      committee: {
        title: '党委会',
        decides: 'vote',
        ballot: 'named',
        quorum: { base: 'all', num: 2, den: 3 },
        pass: { base: 'all', num: 1, den: 2 },
        words: { passed: '研究通过', 'not-passed': '未予通过', deferred: '缓议' },
      },
    },
    chapters: [],
    steps,
  });
  if ('faults' in found) throw new Error(found.faults.map(({ at, en }) => `${at} ${en}`).join('; '));
  return found.definition;
}

/** Outcomes in the order in which a published procedure has them, which is none of meaning. */
const three = (): Definition =>
  read([meeting('one', 'two'), meeting('two', 'three'), meeting('three', 'end')]);

/** What the core itself says of it: an edit that a person made by buttons must never break the procedure. */
function faults(definition: Definition): readonly string[] {
  const found = readDefinition(definition);
  if ('faults' in found) return found.faults.map(({ at, en }) => `${at} ${en}`);
  return checkProcedure(compileProcedure(found.definition)).faults.map(({ en }) => en);
}

const way = (definition: Definition): readonly (readonly [string, string])[] =>
  definition.steps.map((step) => [step.id, forward(definition, step)]);

test('a stage that is put between two others is led to by the first and leads to the second', () => {
  const before = three();
  const after = insertStep(before, 1, newStage(before, { kind: 'review@1', title: '论证', at: 1 }));
  expect(way(after)).toEqual([
    ['one', 'stage-1'],
    ['stage-1', 'two'],
    ['two', 'three'],
    ['three', 'end'],
  ]);
  expect(faults(after)).toEqual([]);
});

test('every kind of stage can be added as it comes, with everything that it must have', () => {
  const before = three();
  const added = ['review@1', 'consult@1', 'research@1', 'collect@1', 'meeting@1', 'revise@1'].map((kind) =>
    faults(insertStep(before, 1, newStage(before, { kind, title: kind, at: 1 }))),
  );
  expect(added).toEqual(added.map(() => []));
});

test('a stage that is taken out leaves the way closed behind it', () => {
  expect(way(removeStep(three(), 'two'))).toEqual([
    ['one', 'three'],
    ['three', 'end'],
  ]);
});

test('a stage moves over its neighbour, with the ways', () => {
  const moved = moveStep(three(), 'two', 1);
  expect(way(moved)).toEqual([
    ['one', 'three'],
    ['three', 'two'],
    ['two', 'end'],
  ]);
  expect(faults(moved)).toEqual([]);
  expect(moveStep(three(), 'one', -1)).toEqual(three());
});

test('two stages run side by side, and one behind the other again', () => {
  const joined = joinNext(three(), 'one');
  expect(joined.steps.map(isTogether)).toEqual([true, false]);
  expect(faults(joined)).toEqual([]);
  const [group] = joined.steps;
  expect(way(apart(joined, group?.id ?? ''))).toEqual(way(three()));
});
