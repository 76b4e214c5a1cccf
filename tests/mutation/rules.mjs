import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const core = fileURLToPath(new URL('../../libs/core/src', import.meta.url));

/** @typedef {{ name: string, files: string[], specs: string[] }} Group */

/** A folder's files by name, its specs besides; those that draw histories for seconds are left to `npm test`. */
const folder = (path, names, more = []) => ({
  name: path.split('/').at(-1),
  files: names.map((name) => `${path}/${name}.ts`),
  specs: [`${path}/*.spec.ts`, ...more],
});

/**
 * The files that hold the rules, in groups, and the specs of each group. A mutant is found when one of these specs
 * fails: a spec further away would find more of them and say less about what is wrong.
 */
const GROUPS = [
  {
    name: 'votes',
    files: ['votes.ts', 'vote-facts.ts', 'vote-question.ts'],
    specs: ['votes.spec.ts', 'vote-cases.spec.ts'],
  },
  {
    name: 'days',
    files: [
      'calendar.ts',
      'working-days.ts',
      'deadlines/{period,grace,ladder,marks,belated,due-step,why}.ts',
    ],
    specs: ['calendar*.spec.ts', 'working-days*.spec.ts', 'deadlines/*.spec.ts', 'stages/collect/*.spec.ts'],
  },
  folder('policy', ['permit', 'relations', 'delegated', 'recused', 'capacities'], ['org/delega*.spec.ts']),
  folder('procedure', ['effects', 'classing', 'gates'], ['stages/amend/*.spec.ts']),
  folder('stages/meeting', [
    '{lead-time,roll,tally,resolution,conditions,vote,decide,membership,seating}',
    '{second-reading,remote,instead,tabled,weighed,recuse,refer,reconsider}',
  ]),
  folder('stages/mandate', ['scope']),
  folder('stages/amend', ['least-class', 'numbers']),
  folder('returns', ['clauses', 'lapses', 'chapter', 'effects']),
  folder('org', ['delegable', 'delegation', 'departments', 'three-officers', 'holidays']),
  folder('conformance', ['status', 'anomalies', 'checks'], ['conformance/*.spec.ts']),
  folder('precheck', ['gate-stops', 'issue-stops', 'open-matters']),
];

/** Specs that draw hundreds of histories each: too slow to be run for every mutant. */
const SLOW = /never-stuck|properties|interleaving|threshold/;

/** @returns {Group[]} the groups with what their patterns find */
export const groups = () =>
  GROUPS.map(({ name, files, specs }) => ({
    name,
    files: found(files),
    specs: found(specs).filter((spec) => !SLOW.test(spec)),
  }));

const found = (patterns) => patterns.flatMap((pattern) => globSync(pattern, { cwd: core }).sort());
