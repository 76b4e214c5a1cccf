import { queryOptions } from '@tanstack/react-query';
import type { DemoTour } from '@mouding/contract';
import { Failed } from '../../api/failure.ts';

/** While something is under way it is looked at again this often. */
const SOON_MS = 1_500;
const LATER_MS = 20_000;

async function ask(path: string, method: 'GET' | 'POST'): Promise<DemoTour> {
  const wish = method === 'GET' ? {} : { headers: { 'Content-Type': 'application/json' }, body: '{}' };
  const answer = await fetch(`/demo/${path}`, { method, ...wish }).catch(() => null);
  if (!answer) throw new Failed({ kind: 'offline' });
  const said: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new Failed({ kind: 'problem', status: answer.status, problem: problemOf(said) });
  return said as DemoTour;
}

const problemOf = (said: unknown) =>
  said as Extract<ConstructorParameters<typeof Failed>[0], { kind: 'problem' }>['problem'];

/** Whether it moves by itself. */
export const isMoving = ({ standing, play }: DemoTour): boolean =>
  standing === 'seeding' || play.standing === 'playing' || play.standing === 'stopping';

/** The tour as the launcher tells it, looked at again by itself. */
export const tourQuery = queryOptions({
  queryKey: ['demo', 'tour'],
  queryFn: () => ask('tour', 'GET'),
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? SOON_MS : LATER_MS),
});

/** 把余下的走完: begins it, or ends it after the step that is under way. */
export const tell = (what: 'play' | 'stop'): Promise<DemoTour> => ask(what, 'POST');
