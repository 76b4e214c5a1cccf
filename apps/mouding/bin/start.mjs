#!/usr/bin/env node
// `npm start`: installs, builds, and starts the whole system; arguments go to `mouding start`.
import { join } from 'node:path';
import { programs } from './build.mjs';
import { endWith, ready, root, run } from './ready.mjs';

const say = (zh, en) => console.error(`${zh} ${en}`);

await endWith(async () => {
  const node = await ready({ projects: programs, say });
  return run(node, [join(root, 'apps/mouding/dist/main.js'), 'start', ...process.argv.slice(2)]);
});
