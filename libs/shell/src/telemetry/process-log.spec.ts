import { openLog } from './process-log.ts';

/** What a log writes, line by line. */
function written(): { readonly lines: string[]; readonly log: ReturnType<typeof openLog> } {
  const lines: string[] = [];
  return { lines, log: openLog('spec', 'debug', { write: (line) => void lines.push(line) }) };
}

/** Planted where secrets stand; none may come out. */
const CANARY = 'canary-7f3e9a';

const NAMES = `
  password newPassword passwd passphrase secret clientSecret token accessToken refresh_token cookie
  Cookie set-cookie authorization Authorization proxy-authorization apiKey api_key privateKey keyFile
  KEY_FILE otp totp totpSecret recoveryCodes code codes credential sessionToken wrapped DATABASE_URL
  APP_DATABASE_URL current next`
  .trim()
  .split(/\s+/);

test('nothing that is called a secret is logged, however it is spelled and however deep it stands', () => {
  const { lines, log } = written();
  for (const name of NAMES) {
    log.info({ [name]: CANARY }, 'flat');
    log.warn({ request: { headers: { [name]: CANARY }, body: [{ inner: { [name]: [CANARY] } }] } }, 'deep');
    log.error({ err: Object.assign(new Error('failed'), { [name]: CANARY }) }, 'error');
  }
  expect(lines).toHaveLength(NAMES.length * 3);
  expect(lines.filter((line) => line.includes(CANARY))).toEqual([]);
});

const TOKEN = `0190a0b0-0000-7000-8000-000000000001.${'a'.repeat(43)}`;

test.each([
  ['a session’s token', `no session for ${TOKEN}`, TOKEN],
  ['a cookie', `cookie mouding=${CANARY}`, CANARY],
  ['the cookie behind TLS', `cookie __Host-mouding=${CANARY}`, CANARY],
  ['a password in an address', `postgresql://mouding_app:${CANARY}@127.0.0.1/db`, CANARY],
  ['the address of a second factor', `otpauth://totp/x?secret=${CANARY}`, CANARY],
  ['an argon2 string', `$argon2id$v=19$m=1,t=1,p=1$x$${CANARY}`, CANARY],
  ['a bearer', `Bearer ${CANARY}`, CANARY],
])('%s is taken out of every text', (_, text, secret) => {
  const { lines, log } = written();
  log.info(text);
  log.info({ why: text }, 'in a field');
  log.error({ err: new Error(text, { cause: new Error(text) }) }, text);
  log.error(new Error(text));
  expect(lines).toHaveLength(4);
  expect(lines.join('')).not.toContain(secret);
});

test('an error of the database does not quote what a person wrote', () => {
  const { lines, log } = written();
  const error = Object.assign(new Error(`invalid input syntax for type uuid: "${CANARY}"`), {
    severity: 'ERROR',
    code: '22P02',
    detail: `Key (name)=(${CANARY}) already exists.`,
    where: `unnamed portal parameter $1 = '${CANARY}'`,
    internalQuery: `select '${CANARY}'`,
    routine: 'string_to_uuid',
  });
  log.error({ err: error }, 'fault');
  expect(lines.join('')).not.toContain(CANARY);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { code: '22P02', routine: 'string_to_uuid' } });
});

test('one message is one line, whatever it holds', () => {
  const { lines, log } = written();
  for (const word of ['a\nb', 'a\r\n{"level":60}', '\u001B[31mred', 'a\u2028b', '\u0000'])
    log.info({ word, name: word }, word);
  expect(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
  expect(lines.join('')).not.toContain('\u001B');
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: 30 });
});

test('what circles does not end the process', () => {
  const { lines, log } = written();
  const circle: { self?: unknown } = {};
  circle.self = circle;
  log.info({ circle }, 'round');
  expect(lines).toHaveLength(1);
});
