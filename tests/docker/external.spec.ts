import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Me } from '@mouding/contract';
import { freePort, isFree } from 'mouding/port';
import { until } from 'mouding/until';
import { read } from '../walls/tree.ts';
import {
  administer,
  clear,
  makeRoles,
  makeSecrets,
  ROLES,
  run,
  secret,
  setPasswords,
  start,
  type Working,
} from './installation.ts';
import { startExternalServer, type ExternalServer } from './server.ts';

const MINUTES = 60_000;
const PUBLIC_URL = 'https://guihua.example.org';
const PASSWORD = 'a-long-password';

const folder = mkdtempSync(join(tmpdir(), 'mouding-external-'));
let server: ExternalServer;
let secrets: string;
let working: Working | undefined;

beforeAll(async () => {
  server = await startExternalServer();
  console.log(`the specs of docker/ run on ${server.description}`);
  await administer(server, 'postgres', 'create database mouding');
  secrets = await makeSecrets(folder, `127.0.0.1:${server.port}/mouding`);
}, 2 * MINUTES);

afterAll(async () => {
  working?.process.kill('SIGTERM');
  await working?.ended;
  await server?.stop();
  clear(folder);
}, MINUTES);

describe('an owner who may not make roles', () => {
  let owner: string;
  beforeAll(async () => {
    await administer(server, 'postgres', `create role plain login password 'plain'`);
    await administer(server, 'postgres', 'create database plain owner plain');
    owner = `postgresql://plain:plain@127.0.0.1:${server.port}/plain`;
  });

  test('is told by the migration to have docker/roles.sql run', async () => {
    const { code, err } = await run(['docker/migrate.mjs'], { DATABASE_URL: owner });
    expect([code, err]).toEqual([1, expect.stringMatching(/docker\/roles\.sql.*missing.*mouding_app/)]);
  });

  const begin = ['apps/mouding/dist/main.js', 'start', '--port', '0', '--no-demo'];
  const home = join(folder, 'home');

  test(
    'is told the same by mouding start, which then stops',
    async () => {
      const { code, err } = await run(begin, { DATABASE_URL: owner, MOUDING_HOME: home });
      expect([code, err]).toEqual([1, expect.stringMatching(/docker\/roles\.sql.*role-passwords\.sql/)]);
      expect(readdirSync(home)).not.toContain('run.json');
    },
    MINUTES,
  );

  test(
    'migrates as soon as that was done, and keeps the database',
    async () => {
      await makeRoles(server, 'plain');
      const { code, err } = await run(['docker/migrate.mjs'], { DATABASE_URL: owner });
      expect([code, err]).toEqual([0, '']);
      expect(
        await administer(
          server,
          'plain',
          `select pg_get_userbyid(datdba) as owner from pg_database where datname = 'plain'`,
        ),
      ).toEqual([{ owner: 'plain' }]);
    },
    MINUTES,
  );

  test(
    'starts once the roles have the passwords that start wrote down',
    async () => {
      const again = await run(begin, { DATABASE_URL: owner, MOUDING_HOME: home });
      expect(again.err).toContain('role-passwords.sql');
      await administer(server, 'plain', readFileSync(join(home, 'role-passwords.sql'), 'utf8'));
      const started = start(begin, { DATABASE_URL: owner, MOUDING_HOME: home });
      await started.says('Ctrl-C');
      started.process.kill('SIGINT');
      expect(await started.ended).toMatchObject({ code: 0, err: expect.stringContaining('Stopped.') });
    },
    MINUTES,
  );
});

describe('docker/roles.sql', () => {
  test('makes roles that are no superusers and can make nothing, and may be run again', async () => {
    await makeRoles(server, 'mouding');
    await makeRoles(server, 'mouding');
    const powers = 'rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication';
    const roles = await administer<{ name: string; login: boolean; power: boolean }>(
      server,
      'mouding',
      `select rolname as name, rolcanlogin as login, (${powers}) as power from pg_roles where rolname like 'mouding%'`,
    );
    expect(roles.filter(({ power }) => power)).toEqual([]);
    const logins = roles.filter(({ login }) => login).map(({ name }) => name);
    expect(logins.toSorted()).toEqual(ROLES.map((role) => `mouding_${role}`).toSorted());
  });

  test('is not run in the database of the server itself', async () => {
    await expect(makeRoles(server, 'postgres')).rejects.toThrow('meant for Mouding');
  });
});

describe('start-external.mjs', () => {
  const ports = { PORT: '0', AUDIT_PORT: '0', SIGNER_PORT: '0', SIGNER_URL: '' };
  const state = join(folder, 'state');
  const api = (path: string): string => `http://127.0.0.1:${ports.PORT}${path}`;
  const environment = (): Record<string, string> => ({
    ...ports,
    PUBLIC_URL,
    MOUDING_SECRETS: secrets,
    MOUDING_STATE: state,
  });

  beforeAll(async () => {
    await setPasswords(server, secrets);
    ports.PORT = String(await freePort());
    ports.AUDIT_PORT = String(await freePort());
    ports.SIGNER_PORT = String(await freePort());
    ports.SIGNER_URL = `http://127.0.0.1:${ports.SIGNER_PORT}`;
  });

  test('names what is missing, and starts nothing', async () => {
    const none = await run(['docker/start-external.mjs'], {
      ...environment(),
      MOUDING_SECRETS: join(folder, 'none'),
    });
    expect([none.code, none.err]).toEqual([
      1,
      expect.stringMatching(/docker\/README\.md.*app_database_url.*key/),
    ]);
    const unsaid = await run(['docker/start-external.mjs'], { ...environment(), PUBLIC_URL: '' });
    expect([unsaid.code, unsaid.err]).toEqual([1, expect.stringContaining('PUBLIC_URL')]);
  });

  test(
    'migrates, and the services are ready',
    async () => {
      // As an operator would whose owner's address is not among the secrets.
      const owner = secret(secrets, 'owner_database_url');
      rmSync(join(secrets, 'owner_database_url'), { force: true });
      working = start(['docker/start-external.mjs'], { ...environment(), DATABASE_URL: owner });
      await working.says('ready: signer, api, worker, audit');
      const health = [
        api('/health/live'),
        api('/health/ready'),
        `http://127.0.0.1:${ports.AUDIT_PORT}/health/ready`,
      ];
      for (const url of health) {
        const answer = await fetch(url);
        expect([url, answer.status, await answer.json()]).toMatchObject([url, 200, { status: 'ok' }]);
      }
      expect(await foundAndSignIn(owner)).toMatchObject({
        name: '张某',
        institution: { code: 'yiyuan', mode: 'live' },
      });
    },
    2 * MINUTES,
  );

  async function foundAndSignIn(owner: string): Promise<Me> {
    const words = '--code yiyuan --name 某某医院 --kind unit --login admin --administrator 张某'.split(' ');
    const env = { DATABASE_URL: owner, KEY_FILE: join(secrets, 'key'), MOUDING_PASSWORD: PASSWORD };
    const founded = await run(['docker/found.mjs', ...words], env);
    expect([founded.code, founded.err]).toEqual([0, '']);
    expect((await run(['docker/found.mjs', ...words], env)).out).toBe(founded.out);
    const session = await fetch(api('/v1/sessions'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
      body: JSON.stringify({ institution: 'yiyuan', login: 'admin', password: PASSWORD }),
    });
    expect(session.status).toBe(201);
    expect(session.headers.getSetCookie()[0]).toContain('Secure');
    return Me.parse(await session.json());
  }

  test(
    'the worker gives the founding its place in the log',
    async () => {
      const count = `select count(*)::int as entries, (select count(*)::int from ledger.leaf) as leaves from ledger.entry`;
      await until('every entry to have its leaf', async () => {
        const [row] = await administer<{ entries: number; leaves: number }>(server, 'mouding', count);
        return row && row.entries > 0 && row.entries === row.leaves ? row : undefined;
      });
      await until('the signer to have signed it', async () => {
        const [row] = await administer<{ at: string }>(
          server,
          'mouding',
          'select at from ledger.checkpoint limit 1',
        );
        return row;
      });
      expect(readdirSync(join(state, 'signer')).toSorted()).toEqual(['key.pem', 'public-key', 'signed.json']);
      expect(readdirSync(join(state, 'published'))).toEqual(['log-key']);
      const { code, out } = await run(['apps/mouding/dist/main.js', 'verify', '--json'], {
        DATABASE_URL: server.adminUrl('mouding'),
        MOUDING_HOME: join(folder, 'home'),
      });
      expect([code, JSON.parse(out)]).toEqual([0, expect.anything()]);
    },
    MINUTES,
  );

  test('the query of docs/operations.md finds nothing that waits', async () => {
    const [, query = ''] = /^```sql id=watch\n([^]*?)^```$/m.exec(read('docs/operations.md')) ?? [];
    const quiet = await until('nothing to wait', async () => {
      const [row] = await administer<{ waiting: string }>(server, 'mouding', query);
      return row?.waiting === '0' ? row : undefined;
    });
    expect(quiet).toEqual({ waiting: '0', given_up: '0', overdue: '0', stuck: '0' });
  });

  test('no process of it carries a password in its environment', () => {
    const passwords = ROLES.filter((role) => role !== 'owner').map(
      (role) => new URL(secret(secrets, `${role}_database_url`)).password,
    );
    const environments = children(working?.process.pid ?? 0).map(({ environment }) => environment);
    expect(environments.length).toBe(process.platform === 'linux' ? 4 : 0);
    for (const password of passwords) expect(environments.join()).not.toContain(password);
  });

  test(
    'SIGTERM stops everything',
    async () => {
      const pids = children(working?.process.pid ?? 0).map(({ pid }) => pid);
      working?.process.kill('SIGTERM');
      const ended = await working?.ended;
      expect([ended?.code, ended?.out]).toEqual([0, expect.stringContaining('Stopped.')]);
      expect(pids.filter((pid) => isThere(pid))).toEqual([]);
      expect(await isFree(Number(ports.PORT))).toBe(true);
    },
    MINUTES,
  );

  test(
    'a service that cannot start stops the others',
    async () => {
      const broken = { ...environment(), DATABASE_URL: server.adminUrl('mouding'), LOG_LEVEL: 'loud' };
      const { code, err } = await run(['docker/start-external.mjs'], broken);
      expect([code, err]).toEqual([1, expect.stringMatching(/LOG_LEVEL[^]*everything was stopped/)]);
    },
    MINUTES,
  );
});

interface Child {
  readonly pid: number;
  readonly environment: string;
}

/** The processes that a process started, where the system tells. */
function children(parent: number): readonly Child[] {
  if (process.platform !== 'linux') return [];
  const list = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim();
  return list
    .split(' ')
    .map((pid) => ({ pid: Number(pid), environment: readFileSync(`/proc/${pid}/environ`, 'utf8') }));
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
