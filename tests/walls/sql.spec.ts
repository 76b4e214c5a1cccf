import { find, read } from './tree.ts';

/**
 * SQL is written in full: a value travels as a parameter, never inside the text. A text may be put together from a
 * constant (`ALL_CAPS`), and from what stands here with its place: each is a word of ours, and none comes from a request.
 */
const PLACES: ReadonlySet<string> = new Set([
  'apps/mouding/src/doctor/database.ts: list',
  'apps/mouding/src/postgres/initdb.ts: ownerName',
  'apps/mouding/src/secret.ts: role',
  'apps/mouding/src/secret.ts: passwords[role]',
  'libs/ledger/src/backup/pieces.ts: bare',
  'libs/ledger/src/backup/pieces.ts: column',
  'libs/ledger/src/backup/pieces.ts: names',
  'libs/ledger/src/backup/pieces.ts: table',
  'libs/ledger/src/backup/pieces.ts: table.name',
  'libs/ledger/src/backup/pieces.ts: table.order',
  'libs/ledger/src/backup/pieces.ts: values',
  'libs/ledger/src/backup/rows.ts: table',
  'libs/ledger/src/backup/rows.ts: table.name',
  'libs/ledger/src/backup/rows.ts: table.order',
  'libs/ledger/src/log-rows.ts: placed',
  'libs/ledger/src/message-statements.ts: kind',
  'libs/ledger/src/message-statements.ts: occasion',
  'libs/ledger/src/message-statements.ts: told',
  'libs/ledger/src/migrate.ts: database',
  'libs/ledger/src/migrate.ts: role',
  'libs/ledger/src/rebuild.ts: table',
  'libs/ledger/src/roles.ts: error.message',
  'libs/ledger/src/roles.ts: limit',
  'libs/ledger/src/roles.ts: jobs',
  'libs/ledger/src/statements.ts: placeholders(1, APPEND_VALUES + 10)',
  'libs/ledger/src/statements.ts: placeholders(1, APPEND_VALUES + 1)',
  'libs/ledger/src/stored-rows.ts: tables.item',
  'libs/ledger/src/stored-rows.ts: tables.obligation',
  'libs/ledger/src/stored-rows.ts: where',
  'libs/ledger/src/timeline.ts: order',
  'libs/ledger/src/timeline.ts: span',
  'libs/ledger/src/tree-log-statements.ts: which',
]);

/** A constant of the file, or of the module that it comes from. */
const CONSTANT = /^[A-Z][A-Z0-9_]*$/;
/** Names and literals that go through the driver's own quoting: statements that take no parameters. */
const QUOTED = /^(owner|client)\.escape(Identifier|Literal)\(/;

const SQL =
  /\b(select\b[^]*\b(from|ledger\.)|insert\s+into|update\s+[\w.]+\s+set|delete\s+from|alter\s+(role|table|database|sequence)|(create|drop)\s+(role|table|database|schema)|(grant|revoke)\s+\w+|alter|create)\b/i;
const sources = find('libs/*/src/**/*.ts', 'apps/*/src/**/*.ts').filter((path) => !path.endsWith('.spec.ts'));

/** Template literals with something put in, and what is put in. */
function templates(text: string): readonly { readonly text: string; readonly parts: readonly string[] }[] {
  const literal = /(?<!html)`(?:[^`\\$]|\\[^]|\$(?!\{)|\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*`/g;
  return [...text.matchAll(literal)].flatMap(([found]) => {
    const parts = [...found.matchAll(/\$\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g)].map(([, part = '']) =>
      part.trim(),
    );
    return parts.length > 0 ? [{ text: found, parts }] : [];
  });
}

/** What is put into SQL and stands on no list, `path: expression`. */
const loose = (path: string, text: string): readonly string[] =>
  templates(text)
    .filter((template) => SQL.test(template.text.replaceAll(/\$\{[^]*?\}/g, '_')))
    .flatMap(({ parts }) => parts.filter((part) => !CONSTANT.test(part) && !QUOTED.test(part)))
    .map((part) => `${path}: ${part}`);

test('no SQL is put together from what anybody sent', () => {
  const found = sources.flatMap((path) => loose(path, read(path)));
  expect(found.filter((place) => !PLACES.has(place))).toEqual([]);
  expect([...PLACES].filter((place) => !found.includes(place))).toEqual([]);
});

test('no SQL is glued with a plus', () => {
  const glued = /(['"`])\s*(select|insert into|update|delete from)\b(?:(?!\1)[^])*\1\s*\+/i;
  expect(sources.filter((path) => glued.test(read(path)))).toEqual([]);
});

test.each([
  ['const f = (x: string) => pool.query(`select * from ledger.entry where x = ${x}`);', ['spec: x']],
  [
    'const f = (x: string) => pool.query(`insert into ledger.y values (${x.y}, ${z})`);',
    ['spec: x.y', 'spec: z'],
  ],
  ['const f = () => pool.query(`select ${COLUMNS} from ledger.session`);', []],
  ['const f = (n: number) => log(`update of ${n} rows`);', []],
])('the wall sees %s', (source, expected) => {
  expect(loose('spec', source)).toEqual(expected);
});
