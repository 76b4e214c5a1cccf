import type { Answer } from '../../api/answer.ts';

/** The same name as in the worker. */
const DATA = 'mouding-console';

/** Whether this window can be reloaded without a network: only a secure address has what it takes. */
const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis;

/** Has the console's own worker look after the desk from now on. @returns whether a reload without network will do */
export async function keepDesk(): Promise<boolean> {
  if (!canKeep()) return false;
  const { installing, waiting, active } = await navigator.serviceWorker.register('/desk/worker.js', {
    scope: '/desk/',
  });
  const worker = installing ?? waiting ?? active;
  return worker !== null && hasBegun(worker);
}

/** Whether a worker comes to stand: one that could not fetch its files never does. */
const hasBegun = (worker: ServiceWorker): Promise<boolean> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (worker.state === 'activated') resolve(true);
      if (worker.state === 'redundant') resolve(false);
    };
    worker.addEventListener('statechange', look);
    look();
  });

/** Puts an answer where the worker finds it when the network is away; it replaces the one before. */
export async function keepAnswer(path: string, { data, etag }: Answer<unknown>): Promise<void> {
  if (!canKeep()) return;
  const headers = { 'content-type': 'application/json', ...(etag === null ? {} : { etag }) };
  const kept = await caches.open(DATA);
  await kept.put(path, new Response(JSON.stringify(data), { headers }));
}
