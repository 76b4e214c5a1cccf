#!/usr/bin/env node
// `npx mouding …`: the command line, built first when its sources are newer.
import { join } from 'node:path';
import { programs } from './build.mjs';
import { endWith, ready, root, run } from './ready.mjs';

const isQuiet = process.argv.includes('--quiet') || process.argv.includes('--json');
const say = (zh, en) => isQuiet || console.error(`${zh} ${en}`);

await endWith(async () => {
  const node = await ready({ projects: programs, say, sayBuilding: () => {} });
  return run(node, [join(root, 'apps/mouding/dist/main.js'), ...process.argv.slice(2)]);
});
