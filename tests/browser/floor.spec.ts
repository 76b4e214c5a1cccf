import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, type AnyNode, type Options } from 'acorn';

const WEB = fileURLToPath(new URL('../../apps/web/', import.meta.url));
const DIST = `${WEB}dist/`;
const read = (name: string): string => readFileSync(DIST + name, 'utf8');
const scripts = globSync('**/*.js', { cwd: DIST }).toSorted();

/** Gives an older browser the functions of later ones that the page uses. */
const BRINGING = 'src/checker/older-browsers.ts';
const given = new Set(
  [...readFileSync(WEB + BRINGING, 'utf8').matchAll(/^give\((\w+)(?:\.prototype)?, '(\w+)'/gmu)].flatMap(
    ([, holder, name]) => [name, `${holder}.${name}`],
  ),
);
/** Asked for first, and done without where it is not there. */
const GUARDED = new Set(['URL.canParse']);
/** Where an expression looks behind, which Safari knows only since 16.4: yaml, which tries first. None of ours does. */
const LOOKING_BEHIND = /^assets\/browser-/u;

/** What Chromium 109 reads, of scripts that are modules and of those that are none. */
const FLOOR: Options = { ecmaVersion: 2022, sourceType: 'module' };
/** Says that a browser is too old: whatever the browser is, it has to read that. */
const OLDEST = 'floor.js';

/** What came to browsers after Chromium 109, where nobody else's function is called so. */
const LATER = new Set([
  'toSorted',
  'toReversed',
  'toSpliced',
  'withResolvers',
  'isWellFormed',
  'toWellFormed',
  'isSubsetOf',
  'isSupersetOf',
  'isDisjointFrom',
  'symmetricDifference',
  'transferToFixedLength',
  'moveBefore',
  'setHTMLUnsafe',
]);
/** The same, where the name alone does not tell. */
const LATER_OF: { readonly [holder: string]: readonly string[] } = {
  Array: ['fromAsync'],
  Object: ['groupBy'],
  Map: ['groupBy'],
  Promise: ['try'],
  AbortSignal: ['any'],
  URL: ['canParse', 'parse'],
  RegExp: ['escape'],
  Iterator: ['from'],
  Intl: ['DurationFormat'],
  Error: ['isError'],
  Uint8Array: ['fromBase64', 'fromHex'],
};

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Every node below one, itself first. */
function* nodesIn(node: AnyNode): Generator<AnyNode> {
  const left: AnyNode[] = [node];
  for (let next = left.pop(); next; next = left.pop()) {
    yield next;
    left.push(...Object.values(next).flat().filter(isNode));
  }
}

/** An expression, or words out of which one may be made: older browsers cannot read what a later one could. */
function patternIn(node: AnyNode): string | null {
  if (node.type === 'TemplateElement') return node.value.cooked ?? null;
  if (node.type !== 'Literal') return null;
  return node.regex?.pattern ?? (typeof node.value === 'string' ? node.value : null);
}

/** `a.b` by its names; the first is empty where it is no name. */
function namesIn(node: AnyNode): readonly [holder: string, name: string] | null {
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier' || node.computed) return null;
  return [node.object.type === 'Identifier' ? node.object.name : '', node.property.name];
}

const looksBehind = (pattern: string): string | null => (/\(\?<[=!]/u.test(pattern) ? `/${pattern}/` : null);

function laterNamed([holder, name]: readonly [holder: string, name: string]): string | null {
  if (LATER.has(name)) return name;
  return Object.hasOwn(LATER_OF, holder) && LATER_OF[holder]?.includes(name) ? `${holder}.${name}` : null;
}

/** What a node asks of the browser that Chromium 109 or Safari 15.4 has not; null for nothing. */
function laterIn(node: AnyNode): string | null {
  const pattern = patternIn(node);
  return pattern === null ? laterNamed(namesIn(node) ?? ['', '']) : looksBehind(pattern);
}

/** What a script asks for that came later, or why it cannot be read. */
const laterThan = (source: string, options: Options): readonly string[] => {
  try {
    return [...nodesIn(parse(source, options))].flatMap((node) => laterIn(node) ?? []);
  } catch (error) {
    return [String(error)];
  }
};

const missing = (name: string): readonly string[] =>
  laterThan(read(name), FLOOR).filter(
    (later) =>
      !given.has(later) && !GUARDED.has(later) && !(later.startsWith('/') && LOOKING_BEHIND.test(name)),
  );

test('every script of the page is one that Chromium 109 reads, and calls nothing later that is not brought along', () => {
  expect(scripts.length).toBeGreaterThan(100);
  const found = scripts.filter((name) => name !== OLDEST).map((name) => [name, missing(name)] as const);
  expect(found.filter(([, later]) => later.length > 0)).toEqual([]);
});

test('it is brought along before anything else by every page, and by every worker, which has functions of its own', () => {
  const programs = globSync('src/{*/main.tsx,**/*-worker.ts}', { cwd: WEB });
  expect(programs.length).toBeGreaterThan(4);
  const first = programs.map((name) => /^import (.*);$/mu.exec(readFileSync(WEB + name, 'utf8'))?.[1]);
  expect(first).toEqual(programs.map(() => expect.stringMatching(/\/older-browsers\.ts'$/u)));
});

test('the script that says so is one that any browser reads', () => {
  expect(laterThan(read(OLDEST), { ecmaVersion: 5, sourceType: 'script' })).toEqual([]);
});

test.each([
  ['a later function', '[1].toSorted();', ['toSorted']],
  ['a later function of a holder', 'Object.groupBy([], f);', ['Object.groupBy']],
  ['a look behind in an expression', '/(?<=a)b/.test(c);', ['/(?<=a)b/']],
  ['one that was made a call', 'RegExp(`(?<=a)b`, `u`);', ['/(?<=a)b/']],
  ['a piece of one', 'RegExp(a ? `(?:(?<=${b}))` : ``);', ['/(?:(?<=/']],
])('%s is found', (_, source, found) => {
  expect(laterThan(source, FLOOR)).toEqual(found);
});

test.each(['using a = b();', '/[a--b]/v;', 'import a from "b" with { type: "json" };'])(
  '%s is not read',
  (source) => {
    expect(laterThan(source, FLOOR)).toEqual([expect.stringContaining('SyntaxError')]);
  },
);
