import fc from 'fast-check';
import { isRefused, refuse } from '../words.ts';
import type { Service } from './service.ts';
import { afterFailure, supervise } from './supervise.ts';

test('restarts wait longer each time, and the third failure within thirty seconds ends it', () => {
  expect(afterFailure([0])).toBe(500);
  expect(afterFailure([0, 20_000])).toBe(1000);
  expect(afterFailure([0, 20_000, 29_999])).toBe('give up');
});

test('failures that lie thirty seconds apart are forgiven, however many', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 30_000, max: 1e6 }), { maxLength: 50 }), (gaps) => {
      let moment = 0;
      expect(afterFailure([0, ...gaps.map((gap) => (moment += gap))])).toBe(500);
    }),
  );
});

interface Fake extends Service {
  fall(): void;
}

function fake(pid: number): Fake {
  const { promise, resolve } = Promise.withResolvers<string>();
  return {
    name: 'api',
    pid,
    ended: promise,
    stop: async () => resolve('SIGTERM'),
    fall: () => resolve('1'),
  };
}

test('a service that falls is started again, and stopping stops the new one', async () => {
  const [first, second] = [fake(1), fake(2)];
  const told: string[] = [];
  const changed = Promise.withResolvers<void>();
  const kept = { service: first, restart: () => Promise.resolve(second) };
  const supervision = supervise(
    [kept],
    ({ en }) => told.push(en),
    () => changed.resolve(),
  );
  expect(supervision.pids()).toEqual([1]);
  first.fall();
  await changed.promise;
  expect(supervision.pids()).toEqual([2]);
  expect(told).toEqual(['service api ended unexpectedly (1); starting it again in 0.5 s']);
  await supervision.stop();
  await expect(second.ended).resolves.toBe('SIGTERM');
});

test('a service that cannot be started again ends everything with its reason', async () => {
  const first = fake(1);
  const restart = () => Promise.resolve(refuse('缺配置', 'no settings'));
  const supervision = supervise(
    [{ service: first, restart }],
    () => undefined,
    () => undefined,
  );
  first.fall();
  expect(await supervision.failed).toEqual({ refused: { zh: '缺配置', en: 'no settings' } });
  expect(isRefused(await supervision.failed)).toBe(true);
});

test('stopping while a service waits to be started again does not start it', async () => {
  const first = fake(1);
  let restarts = 0;
  const restart = (): Promise<Service> => {
    restarts += 1;
    return Promise.resolve(fake(2));
  };
  const told = Promise.withResolvers<void>();
  const supervision = supervise(
    [{ service: first, restart }],
    () => told.resolve(),
    () => undefined,
  );
  first.fall();
  await told.promise;
  await supervision.stop();
  expect(restarts).toBe(0);
});
