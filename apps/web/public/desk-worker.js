// Keeps the console of a meeting usable while the network is away. The server puts BUILD and FILES before this: the
// documents and scripts of one build. What is asked of /v1 is answered from here only when the network does not, and
// only with what the console put here itself.
const SHELL = `mouding-shell-${BUILD}`;
const DATA = 'mouding-console';

addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(FILES)));
  void skipWaiting();
});

addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOlder(), clients.claim()]));
});

async function dropOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith('mouding-shell-') && name !== SHELL);
  await Promise.all(older.map((name) => caches.delete(name)));
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === 'DELETE' && pathname === '/v1/sessions/current') {
    event.waitUntil(caches.delete(DATA));
    return;
  }
  const answer = request.method === 'GET' ? answerFor(request, pathname) : null;
  if (answer) event.respondWith(answer());
});

function answerFor(request, pathname) {
  if (request.mode === 'navigate') return () => fetch(request).catch(() => kept('/desk/', SHELL));
  if (pathname === '/floor.js') return () => fetch(request).catch(() => kept(pathname, SHELL));
  if (pathname.startsWith('/assets/')) return async () => (await found(pathname, SHELL)) ?? fetch(request);
  return pathname.startsWith('/v1/') && pathname !== '/v1/stream' ? () => fresh(request, pathname) : null;
}

// Whoever is no longer signed in leaves nothing behind on this machine.
async function fresh(request, pathname) {
  try {
    const response = await fetch(request);
    if (pathname === '/v1/me' && response.status === 401) await caches.delete(DATA);
    return response;
  } catch {
    return kept(pathname, DATA);
  }
}

const found = (path, cacheName) => caches.match(path, { cacheName });
const kept = async (path, cacheName) => (await found(path, cacheName)) ?? Response.error();
