import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NotFoundException, type ArgumentsHost } from '@nestjs/common';
import express from 'express';
import { pino } from 'pino';
import { ProblemError } from '../problem/problem-error.ts';
import { ProblemFilter } from '../problem/problem-filter.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const server = createServer(
  express().use((request, response) => {
    const error = request.path === '/m-of-us' ? new ProblemError('not-found') : new NotFoundException();
    const http = { getRequest: () => request, getResponse: () => response };
    new ProblemFilter(pino({ level: 'silent' })).catch(error, { switchToHttp: () => http } as ArgumentsHost);
  }),
);

beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
afterAll(() => new Promise((closed) => server.close(closed)));

const get = (path: string, headers: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    headers: { connection: 'close', ...headers },
  });

test('a browser at an address of nothing gets a page that says what to do, in its language', async () => {
  const answer = await get('/nowhere', { accept: BROWSER, 'accept-language': 'zh-CN' });
  const page = await answer.text();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(page).toContain('<h1>没有这个页面</h1>');
  expect(page).toContain('<a href="/">回到首页</a>');
  const english = await get('/nowhere', { accept: BROWSER, 'accept-language': 'en' });
  expect(await english.text()).toContain('<h1>There is no such page</h1>');
});

test('the page is drawn by the one style that its policy lets in', async () => {
  const answer = await get('/nowhere', { accept: BROWSER });
  const [, style = ''] = /<style>([^]*)<\/style>/u.exec(await answer.text()) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(answer.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
});

test.each([
  ['a program', '/nowhere', '*/*'],
  ['who asks for JSON', '/nowhere', 'application/json'],
  ['the interface', '/v1/nowhere', BROWSER],
  ['an address of ours that has nothing', '/m-of-us', BROWSER],
])('%s is answered by a problem as ever', async (_, path, accept) => {
  const answer = await get(path, { accept });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ]);
});
