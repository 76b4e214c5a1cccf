import { cookieOf, openHouse, PASSWORD, signIn, type House } from '../api/house.ts';
import { ownPort } from '../harness/port.ts';
import { asRole } from '../ledger/given.ts';
import { until } from 'mouding/until';
import pg from 'pg';
import { outcome } from './people.ts';

let house: House;
let admin: string;
let metricsPort: number;

beforeAll(async () => {
  metricsPort = await ownPort();
  house = await openHouse({
    REQUESTS_AT_ONCE: '2',
    WAITING_DECISIONS: '1',
    WAITING_SUBMISSIONS: '1',
    WAITING_READS: '1',
    WAITING_EXPORTS: '0',
    METRICS_PORT: String(metricsPort),
  });
  admin = await cookieOf(house, 'one');
});
afterAll(() => house?.close());

const metrics = async (): Promise<string> => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();

/** Holds the org's stream from outside, so that commands wait in the database as long as it is held. */
async function holding(work: () => Promise<void>): Promise<void> {
  const holder = new pg.Client({ connectionString: house.database.ownerUrl });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query(`lock table ledger.stream_head in access exclusive mode`);
    await work();
  } finally {
    await holder.query('rollback');
    await holder.end();
  }
}

test('what is too much is refused at once with a time to come again, and signing in and health still answer', async () => {
  const department = (i: number) =>
    house.give(admin, '/v1/org/commands/create-department', { name: `科室${i}`, kind: 'clinical' });
  let early: Promise<unknown>[] = [];
  await holding(async () => {
    early = [department(1), department(2), department(3)];
    await until('two to work and one to wait', async () => {
      const text = await metrics();
      return /requests_working 2/.test(text) && /class="submit"\} 1/.test(text) ? text : undefined;
    });
    const refused = await department(4);
    expect([...outcome(refused), refused.headers.get('retry-after')]).toEqual([503, 'busy', '2']);
    expect((await signIn(house, { institution: 'one', login: 'admin', password: PASSWORD })).status).toBe(
      201,
    );
    expect((await house.ask({ method: 'GET', path: '/health/ready' })).status).toBe(200);
    expect((await house.ask({ method: 'GET', path: '/v1/me/sessions', cookie: admin })).status).toBe(200);
  });
  expect(await Promise.all(early)).toMatchObject([{ status: 200 }, { status: 200 }, { status: 200 }]);
});

test('metrics stand on a port of this machine alone, and name routes, never a person or a word', async () => {
  await house.ask({ method: 'GET', path: `/v1/persons/00000000-0000-4000-8000-000000000009`, cookie: admin });
  const beaten = /mouding_heartbeat_seconds\{process="worker"\} [\d.]+/;
  const text = await until('the heart of the worker to beat', async () => {
    const told = await metrics();
    return beaten.test(told) ? told : undefined;
  });
  expect(text).toContain('route="/v1/persons/:id",status="404"');
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|admin|某|127\.0/);
  expect((await fetch(`http://127.0.0.1:${metricsPort}/`)).status).toBe(404);
  expect((await house.ask({ method: 'GET', path: '/metrics' })).status).toBe(404);
});

test('readiness tells whether the worker works', async () => {
  const ready = async () =>
    JSON.parse((await house.ask({ method: 'GET', path: '/health/ready' })).text) as Record<string, unknown>;
  const isWorking = async () => ((await ready())['worker'] === 'ok' ? true : undefined);
  await until('the heart of the worker to beat', isWorking);
  expect(await ready()).toEqual({ status: 'ok', worker: 'ok' });
  await house.services.worker.stop();
  await asRole(house.database.ownerUrl, (owner) =>
    owner.query(`update ledger.heartbeat set at = now() - interval '31 seconds'`),
  );
  expect(await ready()).toEqual({ status: 'ok', worker: 'late' });
});

test('the server itself ends what takes too long, for every role and every pool', async () => {
  const limits = async (url: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ s: string; l: string; i: string }>(
      `select current_setting('statement_timeout') s, current_setting('lock_timeout') l, current_setting('idle_in_transaction_session_timeout') i`,
    );
    await client.end();
    return rows[0];
  };
  const { appUrl, workerUrl, auditUrl, sequencerUrl, checkpointerUrl } = house.database;
  for (const url of [appUrl, workerUrl, auditUrl, sequencerUrl, checkpointerUrl])
    expect(await limits(url)).toEqual({ s: '2min', l: '30s', i: '1min' });
  const pools = async (): Promise<readonly string[]> => {
    const { rows } = await asRole(house.database.ownerUrl, (owner) =>
      owner.query<{ name: string }>(
        `select distinct application_name as name from pg_stat_activity where datname = current_database()`,
      ),
    );
    return rows.map(({ name }) => name);
  };
  // Connections that nobody needed for a while are closed: both pools are used until both are seen.
  await until('both pools to stand', async () => {
    await house.ask({ method: 'GET', path: '/v1/me/sessions', cookie: admin });
    await house.ask({ method: 'GET', path: '/v1/org', cookie: admin });
    const found = await pools();
    return found.includes('mouding-api') && found.includes('mouding-api-gate') ? found : undefined;
  });
});
