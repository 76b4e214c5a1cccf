import type { PlannedChapter } from '../../case/case.ts';
import type { Department } from '../../org/departments.ts';

/** How a planned chapter names 各职能科室. */
const EVERY_FUNCTIONAL = '*functional';

/** Who supports a chapter: groups become today's departments, each once, and nobody supports what it owns. */
export function supporters(
  { support, owners }: Pick<PlannedChapter, 'support' | 'owners'>,
  departments: readonly Department[],
): string[] {
  const functional = departments.filter(({ kind }) => kind === 'functional').map(({ id }) => id);
  const named = support.flatMap((id) => (id === EVERY_FUNCTIONAL ? functional : [id]));
  return [...new Set(named)].filter((id) => !owners.includes(id));
}
