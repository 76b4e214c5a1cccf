/** A file that must not exist, and the errors that it must give: each the beginning of `rule: message`, no more, no fewer. */
export interface Forbidden {
  readonly path: string;
  readonly content: string;
  readonly gives: readonly string[];
}

const line = (path: string, content: string, ...gives: readonly string[]): Forbidden => ({
  path,
  content: `${content}\n`,
  gives,
});

const PURE = 'eslint(no-restricted-imports)';
const GLOBAL = 'eslint(no-restricted-globals)';
const RANDOM = 'eslint(no-restricted-properties)';
const UNDECLARED =
  '@nx(enforce-module-boundaries): Only packages defined in the "package.json" can be imported';
const WALL = '@nx(enforce-module-boundaries): A project tagged with';

/** Purity: no clock, disk, network or randomness; they come in as data. */
const impure: readonly Forbidden[] = [
  line('libs/core/src/reads-disk.ts', `export { readFileSync } from 'node:fs';`, PURE),
  line('libs/evidence/src/hashes.ts', `export { createHash } from 'node:crypto';`, PURE),
  line(
    'libs/contract/src/reads-disk.ts',
    `import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x');`,
    PURE,
  ),
  line(
    'workflows/hospital-five-year-plan/src/reads-disk.ts',
    `export { readFileSync } from 'node:fs';`,
    PURE,
  ),
  line('libs/core/src/asks-clock.ts', `export const now = (): number => Date.now();`, GLOBAL),
  line('libs/core/src/new-date.ts', `export const now = (): string => new Date().toISOString();`, GLOBAL),
  line('libs/core/src/rolls-dice.ts', `export const roll = (): number => Math.random();`, RANDOM),
  line('libs/core/src/new-id.ts', `export const id = (): string => crypto.randomUUID();`, GLOBAL),
  line('libs/core/src/reads-environment.ts', `export const home = process.env['HOME'];`, GLOBAL),
  line(
    'libs/core/src/waits.ts',
    `export const wait = (then: () => void): unknown => setTimeout(then, 1);`,
    GLOBAL,
  ),
  line('libs/core/src/hides.ts', `export const now = (): unknown => globalThis;`, GLOBAL),
  line(
    'workflows/hospital-five-year-plan/src/fetches.ts',
    `export const answer = (): Promise<unknown> => fetch('x');`,
    GLOBAL,
  ),
  line('libs/core/src/draws.ts', `export { integer } from 'fast-check';`, PURE),
  line(
    'libs/core/src/calendar.ts',
    `export const year = (day: string): number => new Date(day).getUTCFullYear();`,
  ),
  line(
    'libs/core/src/reads.spec.ts',
    `import { readFileSync } from 'node:fs';\ntest('x', () => expect(readFileSync('x')).toBe(Date.now()));`,
  ),
];

/** Imports that no list of dependencies makes right. Who may depend on whom is in layers.ts. */
const reaching: readonly Forbidden[] = [
  line('apps/api/src/borrows.ts', `export { json } from 'body-parser';`, UNDECLARED),
  line(
    'libs/core/src/knows-nest.ts',
    `export { NestFactory } from '@nestjs/core';`,
    `${WALL} "layer:core" is not allowed to import "@nestjs/core"`,
    UNDECLARED,
  ),
  line(
    'libs/ledger/src/knows-nest.ts',
    `export { Injectable } from '@nestjs/common';`,
    `${WALL} "layer:ledger" is not allowed to import "@nestjs/common"`,
    UNDECLARED,
  ),
  line(
    'libs/core/src/knows-storage.ts',
    `export { openLedger } from '@mouding/ledger';`,
    '@nx(enforce-module-boundaries): Circular dependency between "@mouding/core" and "@mouding/ledger"',
  ),
  line(
    'libs/core/src/reaches-over.ts',
    `export { hex } from '../../evidence/src/leaf.ts';`,
    '@nx(enforce-module-boundaries): Projects cannot be imported by a relative',
  ),
  line('libs/evidence/src/leaf.ts', `export const hex = '';`),
  line(
    'libs/untagged/package.json',
    `{ "name": "@mouding/untagged", "type": "module", "dependencies": { "@mouding/core": "0.1.0" } }`,
  ),
  line(
    'libs/untagged/src/knows-core.ts',
    `export { KINDS } from '@mouding/core';`,
    '@nx(enforce-module-boundaries): A project without tags matching at least one constraint',
  ),
];

const branches = Array.from({ length: 8 }, (_, i) => `  if (n === ${i}) return ${i};`).join('\n');

/** How a file is written. */
const clumsy: readonly Forbidden[] = [
  line(
    'libs/core/src/doubly-asserted.ts',
    `export const id = (n: number): string => n as unknown as string;`,
    'house(no-double-assertion)',
  ),
  line(
    'libs/core/src/in-brackets.ts',
    `export const id = (n: number): string => (n as unknown) as string;`,
    'house(no-double-assertion)',
  ),
  line(
    'libs/core/src/three.ts',
    `export const all = <A, B, C>(a: A, b: B, c: C): unknown => [a, b, c];`,
    'house(two-type-parameters)',
  ),
  line(
    'apps/mouding/src/sm2-of-node.ts',
    `import { generateKeyPairSync } from 'node:crypto';\nexport const key = generateKeyPairSync('ec', { namedCurve: 'SM2' });`,
    'house(no-sm2-of-node)',
  ),
  line(
    'libs/core/src/anything.ts',
    `export const same = (x: any): unknown => x;`,
    'typescript(no-explicit-any)',
  ),
  line(
    'libs/core/src/anything.spec.ts',
    `test('x', () => expect([] as any).toBe(1));`,
    'typescript(no-explicit-any)',
  ),
  line(
    'libs/core/src/surely.ts',
    `export const first = (list: string[]): string => list[0]!;`,
    'typescript(no-non-null-assertion)',
  ),
  line(
    'libs/core/src/forgets.ts',
    `const work = async (): Promise<void> => {};\nexport const start = (): void => {\n  work();\n};`,
    'typescript(no-floating-promises)',
  ),
  line(
    'libs/core/src/mistakes.ts',
    `export const found = (p: Promise<boolean>): string => (p ? 'yes' : 'no');`,
    'typescript(no-misused-promises)',
  ),
  line(
    'libs/core/src/misses.ts',
    `export const word = (x: 'a' | 'b'): string => {\n  switch (x) {\n    case 'a':\n      return 'A';\n  }\n  return '';\n};`,
    'typescript(switch-exhaustiveness-check)',
  ),
  line(
    'libs/core/src/hen.ts',
    `import { egg } from './egg.ts';\nexport const hen = (): unknown => egg;`,
    'import(no-cycle)',
  ),
  line(
    'libs/core/src/egg.ts',
    `import { hen } from './hen.ts';\nexport const egg = (): unknown => hen;`,
    'import(no-cycle)',
  ),
  line('libs/shell/src/prints.ts', `console.log('x');`, 'eslint(no-console)'),
  line('apps/mouding/src/prints.ts', `console.log('x');`),
  line('libs/core/src/long.ts', `${'\n'.repeat(300)}export const end = 1;`, 'eslint(max-lines)'),
  line(
    'libs/core/src/long.spec.ts',
    `${'\n'.repeat(500)}test('x', () => expect(1).toBe(1));`,
    'eslint(max-lines)',
  ),
  line('libs/core/src/long-enough.spec.ts', `${'\n'.repeat(400)}test('x', () => expect(1).toBe(1));`),
  line(
    'libs/core/src/branches.ts',
    `export function f(n: number): number {\n${branches}\n  return n;\n}`,
    'eslint(complexity)',
  ),
  line(
    'libs/core/src/lines.ts',
    `export function f(): void {\n${'  f();\n'.repeat(40)}}`,
    'eslint(max-lines-per-function)',
  ),
  line('libs/core/src/CamelCase.ts', `export const x = 1;`, 'unicorn(filename-case)'),
  line(
    'libs/core/src/later.ts',
    `// ${'TO'}${'DO'} mend\nexport const x = 1;`,
    'eslint(no-warning-comments)',
  ),
  line('libs/core/src/skips.spec.ts', `test.skip('x', () => expect(1).toBe(1));`, 'jest(no-disabled-tests)'),
  line('libs/core/src/focuses.spec.ts', `test.only('x', () => expect(1).toBe(1));`, 'jest(no-focused-tests)'),
  line('libs/core/src/claims.spec.ts', `test('x', () => undefined);`, 'jest(expect-expect)'),
];

export const forbidden: readonly Forbidden[] = [...impure, ...reaching, ...clumsy];
