import { createServer, type Server } from 'node:net';
import { messageText } from '@mouding/core';
import { openMail } from './mail.ts';

/** A server that answers each line by the table, the first match; what it was sent is kept. */
async function serverOf(
  answers: readonly (readonly [RegExp, string])[],
): Promise<{ url: string; heard: string[]; server: Server }> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.write('220 here\r\n');
    socket.on('data', (bytes) => {
      for (const line of bytes.toString('utf8').split('\r\n').filter(Boolean)) {
        heard.push(line);
        const [, answer] = answers.find(([pattern]) => pattern.test(line)) ?? [];
        if (answer === 'hang up') socket.destroy();
        else if (answer) socket.write(`${answer}\r\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, heard, server };
}

const POLITE: readonly (readonly [RegExp, string])[] = [
  [/^EHLO/, '250 here'],
  [/^STARTTLS/, '502 no'],
  [/^MAIL FROM/, '250 ok'],
  [/^RCPT TO/, '250 ok'],
  [/^DATA/, '354 go on'],
  [/^\.$/, '250 taken'],
];
const message = {
  address: 'a@plan.example',
  messageId: 'one@plan.example',
  subject: '待办',
  body: '请登录系统办理',
};

/** Long enough for whatever answers at all; whoever says nothing is waited for so long. */
const PATIENCE = 3_000;

async function delivered(answers: typeof POLITE, over: object = {}) {
  const { url, heard, server } = await serverOf([...answers, ...POLITE]);
  const mail = openMail({ url, from: 'ghb@plan.example', patience: PATIENCE });
  try {
    return { delivery: await mail.deliver({ ...message, ...over }), heard };
  } finally {
    mail.close();
    server.close();
  }
}

test.each([
  ['taken over', [], 'sent'],
  ['unknown recipient', [[/^RCPT TO/, '550 5.1.1 no such user']], 'refused'],
  ['content refused', [[/^\.$/, '554 no']], 'refused'],
  ['greylisted', [[/^RCPT TO/, '451 later']], 'later'],
  ['full', [[/^\.$/, '452 full']], 'later'],
  ['sender refused: that is said to all', [[/^MAIL FROM/, '550 who are you']], 'unreachable'],
  ['closing down', [[/^MAIL FROM/, '421 closing']], 'unreachable'],
  ['not greeted', [[/^EHLO/, '']], 'unsure'],
  ['hangs up after the whole message', [[/^\.$/, 'hang up']], 'unsure'],
  ['hangs up in the middle', [[/^DATA/, 'hang up']], 'unsure'],
] as const)('%s', async (_, answers, kind) => {
  const { delivery } = await delivered(answers);
  expect(delivery.kind).toBe(kind);
});

test('where nobody listens, nobody is there', async () => {
  const { url, server } = await serverOf([]);
  await new Promise((resolve) => server.close(resolve));
  const mail = openMail({ url, from: 'ghb@plan.example', patience: PATIENCE });
  expect(await mail.deliver(message)).toMatchObject({
    kind: 'unreachable',
    said: expect.stringContaining('ECONNREFUSED'),
  });
  mail.close();
});

test('an address that is none reaches no server', async () => {
  const { delivery, heard } = await delivered([], {
    address: 'a@plan.example\r\nRCPT TO:<evil@evil.example>',
  });
  expect(delivery.kind).toBe('refused');
  expect(heard).toEqual([]);
});

test('what is not this machine must encrypt, or be told that it need not', async () => {
  const { url, heard, server } = await serverOf(POLITE);
  const named = url.replace('127.0.0.1', '0.0.0.0');
  const strict = openMail({ url: named, from: 'ghb@plan.example', patience: PATIENCE });
  expect(await strict.deliver(message)).toMatchObject({ kind: 'unreachable' });
  expect(heard.some((line) => line.startsWith('MAIL FROM'))).toBe(false);
  const lax = openMail({ url: `${named}?tls=off`, from: 'ghb@plan.example', patience: PATIENCE });
  expect(await lax.deliver(message)).toEqual({ kind: 'sent' });
  strict.close();
  lax.close();
  server.close();
});

/** What a name, a title or a department can be made of, to reach for a header. */
const VECTORS: readonly string[] = [
  '\r\nBcc: evil@evil.example',
  '\nBcc: evil@evil.example',
  '\rBcc: evil@evil.example',
  '\r\n\r\n<html>',
  '\r\n.\r\nMAIL FROM:<evil@evil.example>',
  '\u0000',
  '\u0085Bcc: evil@evil.example',
  '\u2028Bcc: evil@evil.example',
  '\u2029Bcc: evil@evil.example',
  '\u000b\u000cX-Evil: 1',
  '\u202e\u2066evil',
  '\u200b\ufeff',
  '%0d%0aBcc: evil@evil.example',
  '=?utf-8?B?DQpCY2M6IGV2aWxAZXZpbC5leGFtcGxl?=',
  '"; Bcc: evil@evil.example',
  '<evil@evil.example>, ',
  '\r\n Bcc: evil@evil.example',
  'Content-Type: text/html',
  'x'.repeat(3_000),
  '\ud800',
];

test('no name, title or department reaches a header: the set of headers stays the same, and so does the envelope', async () => {
  const { url, heard, server } = await serverOf(POLITE);
  const mail = openMail({ url, from: 'ghb@plan.example', patience: 30_000, rate: 10_000 });
  const frame = { institution: '云岭市中医院', rehearsal: false, page: 'https://guihua.example/' };
  const occasion = {
    kind: 'todo',
    act: { zh: '报送', en: 'hand in' },
    label: '规划',
    case: '工作',
    due: null,
  } as const;
  let sent = 0;
  for (const vector of VECTORS)
    for (const text of [
      messageText({ ...occasion, label: `规划${vector}` }, frame),
      messageText({ ...occasion, case: `工作${vector}` }, frame),
      messageText(occasion, { ...frame, institution: `医院${vector}` }),
    ]) {
      heard.length = 0;
      expect(await mail.deliver({ ...message, ...text })).toEqual({ kind: 'sent' });
      const from = heard.findIndex((line) => line === 'DATA') + 1;
      const names = heard
        .slice(from)
        .flatMap((line) => /^([A-Za-z-]+):/.exec(line)?.[1]?.toLowerCase() ?? []);
      expect(names.toSorted()).toEqual(HEADERS);
      expect(
        heard.filter((line) => /^(?:MAIL FROM|RCPT TO)/.test(line)).map((line) => line.replace(/> .*$/, '>')),
      ).toEqual(['MAIL FROM:<ghb@plan.example>', 'RCPT TO:<a@plan.example>']);
      sent += 1;
    }
  expect(sent).toBe(60);
  mail.close();
  server.close();
});

const HEADERS = [
  'auto-submitted',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
];
