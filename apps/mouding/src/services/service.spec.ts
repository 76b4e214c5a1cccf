import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../port.ts';
import { startService, type Service, type ServiceWish } from './service.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-service-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function wish(name: string, script: string, more: Partial<ServiceWish> = {}): ServiceWish {
  const entry = join(folder, `${name}.mjs`);
  writeFileSync(entry, script);
  return { name, entry, env: {}, log: join(folder, `${name}.log`), ...more };
}

async function started(asked: ServiceWish): Promise<Service> {
  const service = await startService(asked);
  if ('refused' in service) throw new Error(service.refused.zh);
  return service;
}

test('is ready when it says so, ends when it is asked, and its words are kept', async () => {
  const service = await started(wish('worker', `console.log('ready'); setInterval(() => {}, 1000);`));
  await service.stop();
  expect(await service.ended).toBe('SIGTERM');
  expect(readFileSync(join(folder, 'worker.log'), 'utf8')).toBe('ready\n');
});

test('that listens is ready when its address answers 200, and not before', async () => {
  const port = await freePort();
  const script = `import { createServer } from 'node:http';
    let asked = 0;
    const server = createServer((_, answer) => { asked += 1; answer.statusCode = asked < 3 ? 503 : 200; answer.end(String(asked)); });
    server.listen(${port}, '127.0.0.1');`;
  const service = await started(wish('api', script, { readyUrl: `http://127.0.0.1:${port}/health/ready` }));
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  expect(Number(await answer.text())).toBeGreaterThan(3);
  await service.stop();
});

test('that ends at once is refused with its last words', async () => {
  const service = await startService(wish('audit', `console.error('KEY_FILE is missing'); process.exit(1);`));
  expect(service).toEqual({
    refused: {
      zh: expect.stringContaining('KEY_FILE is missing'),
      en: expect.stringContaining('ended at once'),
    },
  });
});

test('is given the environment that it is meant to have and nothing else', async () => {
  process.env['DATABASE_URL'] ??= 'postgres://owner@nowhere/x';
  const service = await started(
    wish(
      'env',
      `console.log(Object.keys(process.env).sort().join(), 'ready'); setInterval(() => {}, 1000);`,
      { env: { PORT: '1' } },
    ),
  );
  await service.stop();
  expect(readFileSync(join(folder, 'env.log'), 'utf8')).not.toContain('DATABASE_URL');
});

test('is stopped when the start is broken off', async () => {
  const abort = new AbortController();
  const starting = startService(wish('slow', `setInterval(() => {}, 1000);`), abort.signal);
  abort.abort();
  expect(await starting).toEqual({ refused: { zh: '已按要求停止。', en: 'Stopped as asked.' } });
});
