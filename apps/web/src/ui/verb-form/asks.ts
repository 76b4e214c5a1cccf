import { queryOptions } from '@tanstack/react-query';
import { askPath } from '../../api/ask-path.ts';
import { controlOf, type Control } from './model/control.ts';
import type { Defs, Shape } from './model/shape.ts';

/** What can be asked of one kind of thing. */
interface Asks {
  readonly bodies: { readonly [path: string]: Shape | null };
  readonly defs: Defs;
}

const FILES = import.meta.glob<{ readonly default: Asks }>('../../api/generated/asks/*.json');

/** The control for the body of a verb; null for a verb that the server does not take. It never changes while the page is open. */
export const formQuery = (verb: string) =>
  queryOptions({ queryKey: ['form', verb], queryFn: () => formOf(verb), staleTime: Infinity });

async function formOf(verb: string): Promise<Control | null> {
  const body = await bodyAsked(verb);
  return body && controlOf(body.shape, body.defs, { verb, path: [] });
}

/** What the body of a verb looks like, with what it refers to. */
export interface BodyAsked {
  readonly shape: Shape;
  readonly defs: Defs;
}

/** The body of a verb as the server takes it; null for a verb that it does not take. */
export async function bodyAsked(verb: string): Promise<BodyAsked | null> {
  const path = askPath(verb);
  const kind = path.split('/')[2] ?? '';
  const load = FILES[`../../api/generated/asks/${kind}.json`];
  if (!load) return null;
  const { bodies, defs } = (await load()).default;
  return path in bodies ? { shape: bodies[path] ?? { type: 'object' }, defs } : null;
}
