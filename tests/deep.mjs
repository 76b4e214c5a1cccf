// `npm run check:deep`: what takes too long for every push. An hour and more on two cores.
import { spawnSync } from 'node:child_process';
// oxlint-disable-next-line @nx/enforce-module-boundaries -- the launcher works before anything is installed or built
import { programs } from '../apps/mouding/bin/build.mjs';
// oxlint-disable-next-line @nx/enforce-module-boundaries -- the launcher works before anything is installed or built
import { environment, ready, root } from '../apps/mouding/bin/ready.mjs';

const node = await ready({ projects: programs, say: (zh, en) => console.error(zh, en) });
const jest = (file) => ['tests/jest.mjs', `tests/faults/${file}`];
const draws = String(Date.now() % 2 ** 31);
const steps = [
  {
    name: `properties on other cases (DRAWS=${draws})`,
    args: ['tests/jest.mjs', 'libs'],
    more: { DRAWS: draws },
  },
  { name: 'mutants of the rules', args: ['tests/mutation/run.mjs'], more: {} },
  { name: 'kills', args: jest('kill.spec.ts'), more: { KILLS: '200' } },
  { name: 'order', args: jest('order-and-gap.spec.ts'), more: { MOUDING_TORTURE_COMMITS: '20000' } },
];

const failed = steps.filter(({ name, args, more }) => {
  const env = Object.assign(environment(), more);
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit', env });
  console.error(`${status === 0 ? '✓' : '✗'} ${name}`);
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
