import { reconcileMessages, StateCache } from '@mouding/shell';
import { foundOne, newStream } from '../ledger/given.ts';
import { DOMAIN, owe, owed, told } from './given.ts';
import { openPosting, PAGE, type Posting } from './posting.ts';
import { accountOf, replace } from './staff.ts';

let posting: Posting;

beforeEach(async () => {
  posting = await openPosting();
});
afterEach(() => posting.close());

const all = () => posting.stage.app.outbox.list(posting.stage.institution, { limit: 200 });
const states = async () => (await all()).map(({ state }) => state).toSorted();

test('everybody who owes gets one message, from the fixed sender, to their own address', async () => {
  expect(await posting.round()).toBe(4);
  expect(posting.recipients()).toEqual(posting.addresses);
  expect(await posting.round()).toBe(0);
  expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent']);
  const [mail] = posting.office.arrived;
  expect(mail?.subject).toBe('【和平医院】（演练）待办：报送篇章——篇章');
  expect(mail?.text).toContain(`请登录系统办理：${PAGE}go/chapters/`);
  expect(mail?.raw).toMatch(/^From: =\?UTF-8\?[BQ]\?[^?]+\?= <ghb@plan\.example>$/m);
});

test('while the server is away nothing is lost, one message looks for it, and it costs no message an attempt', async () => {
  await posting.office.down();
  for (let i = 0; i < 26; i += 1) {
    await posting.later(1);
    await posting.round();
  }
  expect(await states()).toEqual(['queued', 'queued', 'queued', 'queued']);
  expect((await all()).map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0]);
  expect((await all()).some(({ lastError }) => lastError?.includes('ECONNREFUSED'))).toBe(true);
  await posting.office.up();
  await posting.later(0.1);
  expect(await posting.round()).toBe(4);
  expect(posting.recipients()).toEqual(posting.addresses);
});

test('a server that answers 421 is looked for by one message at growing distances', async () => {
  posting.office.is({ busy: true });
  await posting.round();
  const first = posting.office.connections();
  await posting.round();
  expect(posting.office.connections()).toBe(first);
  const distances: number[] = [];
  for (let minutes = 0; minutes < 30; minutes += 0.5) {
    posting.wait(30_000);
    const before = posting.office.connections();
    await posting.round();
    if (posting.office.connections() > before) distances.push(minutes);
  }
  const steps = distances.slice(1).map((minutes, i) => minutes - (distances[i] ?? 0));
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(Math.max(...steps)).toBeLessThanOrEqual(5.5);
  expect(await states()).toEqual(['queued', 'queued', 'queued', 'queued']);
});

/** Of those who wait for a server that is silent on purpose. */
const IMPATIENCE = 2_000;

/** Begins anew with a sender that gives up sooner. */
async function impatiently(): Promise<void> {
  await posting.close();
  posting = await openPosting(IMPATIENCE);
}

test('a server that says nothing at all is away, too', async () => {
  await impatiently();
  posting.office.is({ mute: true });
  await posting.round();
  expect(await states()).toEqual(['queued', 'queued', 'queued', 'queued']);
  posting.office.is({});
  await posting.later(0.1);
  expect(await posting.round()).toBe(4);
});

test('550 for two of them is theirs alone: they are listed as bounced and left alone, until their address changes', async () => {
  const [first, second] = posting.addresses;
  posting.office.is({ unknown: [first ?? '', second ?? ''] });
  await posting.round();
  await posting.later(24);
  await posting.round();
  expect(await states()).toEqual(['bounced', 'bounced', 'sent', 'sent']);
  const bounced = await posting.stage.app.outbox.list(posting.stage.institution, {
    state: 'bounced',
    limit: 10,
  });
  expect(bounced.map(({ address, attempts }) => `${address} ${attempts}`).toSorted()).toEqual([
    `${first} 1`,
    `${second} 1`,
  ]);
  expect(bounced.every(({ lastError }) => lastError?.includes('550'))).toBe(true);
  await posting.stage.app.contacts.set(
    posting.stage.institution,
    posting.staff[0]?.person ?? '',
    'mail',
    'mended@plan.example',
  );
  await posting.reconcile();
  await posting.round();
  expect(posting.recipients()).toEqual(['mended@plan.example', ...posting.addresses.slice(2)]);
});

test('what the content alone is refused for bounces as well', async () => {
  posting.office.is({ disgusted: true });
  await posting.round();
  expect(await states()).toEqual(['bounced', 'bounced', 'bounced', 'bounced']);
});

test('451 comes again after its own time', async () => {
  posting.office.is({ greylists: true });
  await posting.round();
  expect((await all()).map(({ state, attempts }) => [state, attempts])).toEqual(Array(4).fill(['queued', 1]));
  posting.office.is({});
  expect(await posting.round()).toBe(0);
  await posting.later(1);
  expect(await posting.round()).toBe(4);
});

test.each([
  ['drops the line', { drops: true }],
  ['falls silent', { freezes: true }],
])(
  'a server that takes the message and %s may have it: every copy has the same Message-ID',
  async (_, temper) => {
    await impatiently();
    posting.office.is(temper);
    await posting.round();
    expect(await states()).toEqual(Array(4).fill('sent-unsure'));
    posting.office.is({});
    await posting.later(1);
    expect(await posting.round()).toBe(4);
    expect(await states()).toEqual(Array(4).fill('sent'));
    const copies = Map.groupBy(posting.office.arrived, ({ to }) => to.join());
    expect([...copies.keys()].toSorted()).toEqual(posting.addresses);
    for (const mails of copies.values()) {
      expect(mails).toHaveLength(2);
      expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
    }
  },
);

test('S13: 26 hours away, then a line that drops: nobody is forgotten, nobody is told of what is done', async () => {
  await posting.office.down();
  await posting.round();
  for (let i = 0; i < 26; i += 1) {
    await posting.later(1);
    await posting.round();
  }
  await owe(posting.stage, posting.streams[0] ?? '', []);
  await posting.office.up();
  posting.office.is({ drops: true });
  await posting.later(0.1);
  await posting.round();
  expect(await states()).toEqual(['cancelled', 'sent-unsure', 'sent-unsure', 'sent-unsure']);
  await owe(posting.stage, posting.streams[1] ?? '', []);
  await posting.reconcile();
  posting.office.is({});
  await posting.later(1);
  await posting.round();
  expect(new Set(posting.recipients())).toEqual(new Set(posting.addresses.slice(1)));
  expect(await states()).toEqual(['cancelled', 'sent', 'sent', 'sent-unsure']);
  for (const mails of Map.groupBy(posting.office.arrived, ({ to }) => to.join()).values())
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
});

test('a message is for whoever holds the post now', async () => {
  const former = posting.staff[0];
  if (!former) throw new Error('nobody is employed');
  const next = await replace(posting.stage, former, 'next@plan.example');
  await posting.round();
  expect(posting.recipients()).toEqual(posting.addresses.slice(1));
  expect(await states()).toEqual(['cancelled', 'sent', 'sent', 'sent']);
  await posting.reconcile();
  await posting.round();
  expect(posting.recipients()).toContain(next.address);
  expect(posting.recipients()).not.toContain(former.address);
});

test('a worker that fell in the middle is succeeded by another, and nothing is held for ever', async () => {
  const held = await posting.stage.worker.outbox.claim(posting.stage.institution, 10, 60_000);
  expect(held).toHaveLength(4);
  expect(await posting.round()).toBe(0);
  await posting.later(1);
  expect(await posting.round()).toBe(4);
  expect(posting.recipients()).toEqual(posting.addresses);
});

test('an institution that was founded a moment ago owes nothing, and is no trouble', async () => {
  const fresh = await foundOne(posting.stage.worker, 'live');
  await reconcileMessages({ ledger: posting.stage.worker, cache: new StateCache() }, fresh, 'mail', DOMAIN);
  expect(await posting.sender.round(fresh)).toBe(0);
  expect(await posting.stage.app.outbox.list(fresh, { limit: 10 })).toEqual([]);
});

test('an institution with much to send leaves the others their turn', async () => {
  const person = posting.staff[0]?.person ?? '';
  const many = Array.from({ length: 60 }, () => newStream());
  for (const stream of many)
    await owe(posting.stage, stream, [owed({ holder: `post:${posting.staff[0]?.post}` })]);
  await posting.stage.worker.outbox.reconcile(
    posting.stage.institution,
    many.map((stream) => told(stream, person)),
    DOMAIN,
  );
  expect(await posting.round()).toBe(50);
  expect(await posting.round()).toBe(10);
});

test('whose account was deactivated is written to no longer, until it is in use again', async () => {
  const [left] = posting.staff;
  const person = left?.person ?? '';
  const before = await posting.stage.worker.outbox.fingerprint(posting.stage.institution);
  await accountOf(posting.stage, person, ['PersonRegistered', 'AccountDeactivated']);
  expect(await posting.stage.worker.outbox.fingerprint(posting.stage.institution)).not.toBe(before);
  await posting.reconcile();
  expect(await posting.round()).toBe(3);
  expect(posting.recipients()).not.toContain(left?.address);
  expect(await states()).toEqual(['cancelled', 'sent', 'sent', 'sent']);
  await accountOf(posting.stage, person, ['AccountReactivated']);
  await posting.reconcile();
  expect(await posting.round()).toBe(1);
  expect(posting.recipients()).toContain(left?.address);
});
