import type { StateValue } from 'xstate';
import { isTogether, type Definition } from '../../procedure/definition.ts';

/**
 * Where a case stands in the machine of a version when these of its stages stand open; null when that version cannot
 * have them open at once, or has not all of them. Of stages side by side, those that are done stay done, and one that is
 * new among them waits to be opened.
 */
export function placeOf(
  { steps }: Definition,
  open: readonly string[],
  done: ReadonlySet<string>,
): StateValue | null {
  const [first] = open;
  if (first === undefined) return null;
  const step = steps.find((each) =>
    isTogether(each) ? each.together.some(({ id }) => id === first) : each.id === first,
  );
  if (!step) return null;
  if (!isTogether(step)) return open.length === 1 ? { [step.id]: 'open' } : null;
  const inside = new Set(step.together.map(({ id }) => id));
  if (open.some((id) => !inside.has(id))) return null;
  const each = step.together.map(({ id }) => [
    id,
    open.includes(id) ? 'open' : done.has(id) ? 'done' : 'waiting',
  ]);
  return { [step.id]: Object.fromEntries(each) as { [stage: string]: string } };
}
