import type { Problem } from '@mouding/contract';
import { ApiProblem } from '../../client/problem.ts';
import type { Scene } from './scenario.ts';

/** Shows that an act is refused by a rule; answers the problem it was refused with. */
export async function refusedBy(
  scene: Scene,
  rule: string,
  zh: string,
  en: string,
  ask: () => Promise<unknown>,
): Promise<Problem | undefined> {
  const problem = await ask().then(
    () => undefined,
    (error: unknown) => (error instanceof ApiProblem ? error.problem : undefined),
  );
  scene.shows(`${zh}：暂不能办理（${rule}）`, `${en}: refused (${rule})`, problem?.rule === rule);
  return problem;
}
