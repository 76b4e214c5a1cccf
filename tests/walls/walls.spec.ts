import { forbidden } from './forbidden.ts';
import { crossingFiles, crossings } from './layers.ts';
import { lintOverlay, type Findings } from './lint-overlay.ts';

let findings: Findings;
beforeAll(async () => {
  const files = Object.fromEntries(forbidden.map(({ path, content }) => [path, content]));
  findings = await lintOverlay({ ...files, ...crossingFiles() });
});

test.each(forbidden)('$path gives $gives', ({ path, gives }) => {
  const found = findings.get(path) ?? [];
  expect(found.map((said, i) => said.slice(0, gives[i]?.length))).toEqual(gives);
});

test.each(crossings.filter(({ allowed }) => allowed))('layer:$from may import $to', ({ path }) => {
  expect(findings.get(path)).toEqual([]);
});

test.each(crossings.filter(({ allowed }) => !allowed))('layer:$from may not import $to', ({ path, from }) => {
  expect(findings.get(path)).toEqual([
    expect.stringMatching(
      new RegExp(`^@nx\\(enforce-module-boundaries\\): A project tagged with "layer:${from}" `),
    ),
  ]);
});

test('nothing else is reported', () => {
  const known = [...forbidden, ...crossings].map(({ path }) => path);
  const others = [...findings].filter(([path, said]) => !known.includes(path) && said.length > 0);
  expect(others).toEqual([]);
});
