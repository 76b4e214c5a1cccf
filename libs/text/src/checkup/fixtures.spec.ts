import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkup, type Finding } from './checkup.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const fixture = (name: string): string => readFileSync(join(root, 'tests', 'fixtures', name), 'utf8');

interface Planted {
  readonly rule: string;
  /** What the line of the fault contains. */
  readonly on: string;
}

const FIXTURES = [
  'text-chapters',
  'text-notice',
  'text-pages',
  'text-county',
  'text-district',
  'text-enterprise',
];

const firm = (text: string): readonly Finding[] =>
  checkup(text).filter(({ severity }) => severity !== 'advice');
const told = ({ rule, line, quote }: Finding): string => `${rule} ${line} ${quote}`;

describe.each(FIXTURES)('%s', (name) => {
  test('nothing is found where nothing is wrong', () =>
    expect(firm(fixture(`${name}.txt`)).map(told)).toEqual([]));

  const text = fixture(`${name}-planted.txt`);
  const lines = text.split('\n');
  const planted = JSON.parse(fixture(`${name}-planted.json`)) as readonly Planted[];
  const isAt = (finding: Finding, { rule, on }: Planted): boolean =>
    finding.rule === rule && (lines[finding.line - 1] ?? '').includes(on);

  test.each(planted)('$rule is found at $on', (fault) => {
    expect(firm(text).some((finding) => isAt(finding, fault))).toBe(true);
  });

  test('and nothing else is', () => {
    const others = firm(text).filter((finding) => !planted.some((fault) => isAt(finding, fault)));
    expect(others.map(told)).toEqual([]);
  });
});

/** Labelled documents that are not part of the clone: a folder with plans/, defects.json and near-misses.json. */
const real = [process.env['MOUDING_REAL_PLANS'], join(root, '..', 'shared', 'data')].find(
  (folder) => folder !== undefined && existsSync(join(folder, 'defects.json')),
);

interface Label {
  readonly doc: string;
  readonly rule: string;
  readonly sev: 'E' | 'W' | 'S';
  readonly at: readonly { readonly line: number; readonly quote: string }[];
}

if (real !== undefined) describe('labelled documents', () => against(real));

function against(folder: string): void {
  const labels = (file: string): readonly Label[] =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Label[];
  const findings = new Map(
    readdirSync(join(folder, 'plans')).map((file) => [
      file.slice(0, 3),
      checkup(readFileSync(join(folder, 'plans', file), 'utf8')),
    ]),
  );
  const near = ({ doc, rule, at }: Label): readonly (readonly [Finding, string])[] =>
    (findings.get(doc) ?? []).flatMap((each) =>
      each.rule === rule
        ? at.filter(({ line }) => line === each.line).map(({ quote }) => [each, quote] as const)
        : [],
    );

  test('every labelled error, and nine of ten warnings', () => {
    const share = (sev: Label['sev']): number => {
      const all = labels('defects.json').filter((label) => label.sev === sev && findings.has(label.doc));
      return all.filter((label) => near(label).length > 0).length / all.length;
    };
    expect(share('E')).toBe(1);
    expect(share('W')).toBeGreaterThanOrEqual(0.9);
  });

  test('no near-miss', () => {
    const fired = labels('near-misses.json').filter((label) =>
      near(label).some(
        ([{ severity, quote }, miss]) =>
          severity !== 'advice' && (quote.includes(miss) || miss.includes(quote)),
      ),
    );
    expect(fired).toEqual([]);
  });
}
