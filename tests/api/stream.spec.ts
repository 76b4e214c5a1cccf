import { randomUUID } from 'node:crypto';
import { CommandAnswer, Me } from '@mouding/contract';
import { openLedger, type Ledger } from '@mouding/ledger';
import { until } from 'mouding/until';
import { cookieOf, json, openHouse, type House } from './house.ts';

let house: House;
let ledger: Ledger;
let admin: string;
let stranger: string;

beforeAll(async () => {
  house = await openHouse();
  ledger = openLedger({ url: house.database.appUrl, applicationName: 'spec', max: 2 });
  admin = await cookieOf(house, 'one');
  stranger = await cookieOf(house, 'other');
});
afterAll(async () => {
  await ledger?.close();
  await house?.close();
});

interface Event {
  readonly id: number;
  readonly data: { readonly type: string; readonly resource: string; readonly version: number };
}

/** Follows a stream until it is left; events come in as they arrive. */
async function follow(cookie: string, last?: number, query = '') {
  const leaving = new AbortController();
  const response = await fetch(`${house.services.apiUrl}/v1/stream${query}`, {
    headers: { cookie, ...(last === undefined ? {} : { 'last-event-id': String(last) }) },
    signal: leaving.signal,
  });
  const events: Event[] = [];
  const reading = read(response, events).catch(() => undefined);
  return {
    response,
    events,
    reading,
    leave: async () => {
      leaving.abort();
      await reading;
    },
  };
}

async function read({ body }: Response, events: Event[]): Promise<void> {
  let text = '';
  for await (const chunk of body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString('utf8');
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, id, data] = /^id: (\d+)\nevent: change\ndata: (.*)$/.exec(block) ?? [];
      if (data !== undefined) events.push({ id: Number(id), data: JSON.parse(data) as Event['data'] });
    }
  }
}

const create = async (name: string): Promise<CommandAnswer> =>
  CommandAnswer.parse(
    json(await house.give(admin, '/v1/org/commands/create-department', { name, kind: 'clinical' })),
  );

/** Waits until what was founded before has its places in the log: the sequencer comes after the answer. */
async function settled(institution: string, cookie: string, name: string): Promise<void> {
  const path = '/v1/org/commands/create-department';
  const { receipt } = CommandAnswer.parse(json(await house.give(cookie, path, { name, kind: 'clinical' })));
  await until('leaf', async () => {
    const leaves = await ledger.feed(institution, -1, 500);
    return leaves.some(({ leafHash }) => leafHash === receipt?.leafHash) ? true : undefined;
  });
}

test('a change arrives with its leaf index, and says what changed, never how', async () => {
  await settled(house.one, admin, '儿科');
  const line = await follow(admin);
  expect(line.response.headers.get('content-type')).toContain('text/event-stream');
  const { receipt } = await create('内科');
  await until('events', async () => (line.events.length > 0 ? true : undefined));
  const [event] = line.events;
  expect(event?.data).toEqual({
    type: 'DepartmentCreated',
    resource: `org/${house.one}`,
    version: receipt?.version,
  });
  const [leaf] = await ledger.feed(house.one, (event?.id ?? 0) - 1, 1);
  expect(leaf?.leafHash).toBe(receipt?.leafHash);
  await line.leave();
});

test('whoever was away gets what they missed, once and in order', async () => {
  const from = (await ledger.logSize(house.one)) - 1;
  for (const name of ['外科', '骨科', '针灸科']) await create(name);
  await until('leaves', async () => ((await ledger.logSize(house.one)) === from + 4 ? true : undefined));
  const line = await follow(admin, from);
  await until('events', async () => (line.events.length === 3 ? true : undefined));
  await create('推拿科');
  await until('events', async () => (line.events.length === 4 ? true : undefined));
  expect(line.events.map(({ id }) => id)).toEqual([from + 1, from + 2, from + 3, from + 4]);
  await line.leave();
});

test('who begins where their first answer stood misses nothing; a broken line begins where it was', async () => {
  await settled(house.one, admin, '检验科');
  const heard = await house.ask({ method: 'GET', path: '/v1/me', cookie: admin });
  const { seenTo } = Me.parse(json(heard));
  expect(seenTo).toBe((await ledger.logSize(house.one)) - 1);
  await create('病理科');
  await until('leaves', async () => ((await ledger.logSize(house.one)) === seenTo + 2 ? true : undefined));
  const line = await follow(admin, undefined, `?after=${seenTo}`);
  await until('events', async () => (line.events.length === 1 ? true : undefined));
  expect(line.events[0]?.id).toBe(seenTo + 1);
  await line.leave();
  const again = await follow(admin, seenTo + 1, `?after=${seenTo}`);
  await create('药学部');
  await until('events', async () => (again.events.length > 0 ? true : undefined));
  expect(again.events.map(({ id }) => id)).toEqual([seenTo + 2]);
  await again.leave();
});

test('a line says at once where it stands, so that a browser that is cut off begins there', async () => {
  const leaving = new AbortController();
  const { body } = await fetch(`${house.services.apiUrl}/v1/stream`, {
    headers: { cookie: admin },
    signal: leaving.signal,
  });
  const last = (await ledger.logSize(house.one)) - 1;
  let text = '';
  for await (const chunk of body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString('utf8');
    if (text.includes('event: here')) break;
  }
  leaving.abort();
  expect(text).toContain(`id: ${last}\nevent: here\n`);
});

test('another institution hears nothing of it', async () => {
  await settled(house.other, stranger, '办公室');
  const line = await follow(stranger, 0);
  const size = await ledger.logSize(house.other);
  await until('events', async () => (line.events.length === size - 1 ? true : undefined));
  const before = await ledger.logSize(house.one);
  await create('眼科');
  await until('leaves', async () => ((await ledger.logSize(house.one)) > before ? true : undefined));
  const body = { name: '他科', kind: 'clinical' };
  await house.give(stranger, '/v1/org/commands/create-department', body);
  await until('events', async () => (line.events.length === size ? true : undefined));
  expect(new Set(line.events.map(({ data }) => data.resource.split('/')[1]))).not.toContain(house.one);
  await line.leave();
});

test('nobody follows without a session', async () => {
  const heard = await house.ask({ method: 'GET', path: '/v1/stream' });
  expect([heard.status, json(heard)['code']]).toEqual([401, 'not-signed-in']);
});

test('what belongs to another institution is not there', async () => {
  const person = CommandAnswer.parse(
    json(await house.give(admin, '/v1/persons', { name: '某乙', login: 'yi', password: 'a-long-password' })),
  ).made;
  const path = `/v1/persons/${person?.slice('person/'.length)}`;
  expect((await house.ask({ method: 'GET', path, cookie: admin })).status).toBe(200);
  expect((await house.ask({ method: 'GET', path, cookie: stranger })).status).toBe(404);
  const { ref } = json(
    await house.ask({
      method: 'POST',
      path: '/v1/texts',
      cookie: admin,
      body: { content: `规划 ${randomUUID()}` },
    }),
  ) as { ref: { hash: string } };
  expect(
    (await house.ask({ method: 'GET', path: `${path}/texts/${ref.hash}`, cookie: stranger })).status,
  ).toBe(404);
});
