import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../home.ts';

interface Case {
  readonly name: string;
  readonly rule: object;
  readonly facts: object;
  readonly expected: { readonly refusal?: string };
}

const cases = JSON.parse(
  readFileSync(join(root, 'tests', 'fixtures', 'votes.json'), 'utf8'),
) as readonly Case[];
const named = (name: string): Case => {
  const found = cases.find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found;
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-vote-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: object | string): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** Runs `mouding vote` as a person would. */
function vote(rule: object | string, facts: object | string, ...more: readonly string[]) {
  const bin = join(root, 'apps', 'mouding', 'bin', 'mouding.mjs');
  const files = ['--rule', file('rule.json', rule), '--facts', file('facts.json', facts)];
  const env = { PATH: process.env['PATH'] ?? '', LANG: 'en_GB.UTF-8' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'vote', ...files, ...more], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('it answers in one line of JSON, and a vote that failed is an answer', () => {
  const { rule, facts } = named('66, 52 present, 33 yes, more than half asked');
  const { status, stdout, stderr } = vote(rule, facts, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    quorate: true,
    possible: true,
    outcome: 'failed',
    sum: '全体66，实到52≥44 ✓；赞成33>33 ✗',
    sumEn: 'all 66, present 52≥44 ✓; yes 33>33 ✗',
  });
});

test('a person reads the outcome, the sum, and that nothing could have passed', () => {
  const { rule, facts } = named('three of six may meet and cannot pass anything');
  const { status, stdout } = vote(rule, facts);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^not passed\nall 6, present 3≥3 ✓; yes 3>3 ✗\nThey may meet/);
});

test.each([
  'a negative count',
  'more present than entitled',
  'more than all must agree',
  'an unknown key in the count',
  'a rule without a quorum',
])('refused by name, with 2: %s', (name) => {
  const { rule, facts, expected } = named(name);
  const { status, stdout, stderr } = vote(rule, facts, '--json');
  expect(status).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ refusal: expected.refusal, error: expect.any(String) });
  expect(stderr).toContain(`（${expected.refusal}）`);
});

test('a file that is not JSON is refused by name', () => {
  const { status, stderr } = vote('quorum: half', named('a negative count').facts);
  expect(status).toBe(2);
  expect(stderr).toContain('(vote.file)');
});
