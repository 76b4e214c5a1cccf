import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { openMail } from '@mouding/shell';
import { startCatcher, type Catcher } from './catcher.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';
import { serveInbox, type InboxPage } from './serve.ts';

const LIMIT = 3;
let mailbox: Mailbox;
let catcher: Catcher;
let inbox: InboxPage;
beforeAll(async () => {
  mailbox = openMailbox(LIMIT);
  catcher = await startCatcher(mailbox, 0);
  inbox = await serveInbox(mailbox, 0);
});
afterAll(async () => {
  await Promise.all([catcher.stop(), inbox.stop()]);
});

const send = async (subject: string, body: string): Promise<void> => {
  const mail = openMail({ url: `smtp://127.0.0.1:${catcher.port}`, from: 'a@plan.example' });
  const message = { address: 'b@plan.example', messageId: `${randomUUID()}@plan.example`, subject, body };
  expect(await mail.deliver(message)).toEqual({ kind: 'sent' });
  mail.close();
};
const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${inbox.port}${path}`, init);

test('a mail that was sent stands on the page, and opens as text', async () => {
  await send('【云岭市中医院】待办：报送', '您有一项新的待办事项。');
  const list = await (await get('/')).text();
  expect(list).toContain('【云岭市中医院】待办：报送');
  expect(list).toContain('b@plan.example');
  expect(list).toContain(`最多保留 ${LIMIT} 封`);
  const mail = await (await get('/mails/1')).text();
  expect(mail).toContain('您有一项新的待办事项。');
});

test('whatever a mail says stays text, and the page may run nothing', async () => {
  await send('<img src=x onerror=alert(1)>', `<script>alert('1')</script>"&`);
  const pages = [await get('/'), await get(`/mails/${mailbox.caught()}`)];
  for (const page of pages) {
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/);
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await page.text()).not.toMatch(/<(?:script|img)/);
  }
});

test('the oldest make room, and reading takes nothing away', async () => {
  for (const no of [1, 2, 3, 4]) await send(`第${no}封`, '内容');
  const numbers = () => mailbox.list().map(({ subject }) => subject);
  expect(numbers()).toEqual(['第4封', '第3封', '第2封']);
  const last = mailbox.caught();
  for (const path of [
    '/',
    `/mails/${last}`,
    `/mails/${last}?delete=1`,
    '/mails/0',
    '/nothing',
    `/mails/${last}/delete`,
  ])
    await get(path);
  expect(numbers()).toEqual(['第4封', '第3封', '第2封']);
  expect((await get('/mails/1')).status).toBe(404);
});

test.each(['POST', 'PUT', 'DELETE'])('%s is not answered', async (method) => {
  expect((await get('/', { method })).status).toBe(405);
});

test('a page of another name does not read it', async () => {
  const status = await new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: inbox.port, headers: { host: 'evil.example' } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    asked.on('error', reject).end();
  });
  expect(status).toBe(421);
});
