// The linter with its walls up: `node tests/lint.mjs [arguments of oxlint]`, from the root of a workspace.
// The rule between projects reads Nx's cached graph, and lets everything pass where it finds none. So the graph is
// made first, and a run in which the rule was skipped has failed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const modules = join(process.cwd(), 'node_modules');
const env = { ...process.env, NX_DAEMON: 'false', NX_WORKSPACE_ROOT_PATH: process.cwd() };
const run = (...args) => spawnSync(process.execPath, args, { encoding: 'utf8', env, maxBuffer: 1 << 28 });

const graph = run(join(modules, 'nx/dist/bin/nx.js'), 'show', 'projects', '--json');
if (graph.status !== 0) {
  console.error(`nx could not read the projects:\n${graph.stdout}${graph.stderr}`);
  process.exit(1);
}

const { status, stdout, stderr } = run(
  join(modules, 'oxlint/bin/oxlint'),
  '--type-aware',
  '--max-warnings=0',
  ...process.argv.slice(2),
);
process.stdout.write(stdout);
process.stderr.write(stderr);
const skipped = stdout.includes('The rule will be skipped');
if (skipped) console.error('the rule between projects was skipped: Nx has no graph of them');
process.exitCode = skipped ? 1 : (status ?? 1);
