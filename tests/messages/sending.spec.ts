import {
  openMail,
  openSender,
  reconcileMessages,
  StateCache,
  type Notifier,
  type Sender,
} from '@mouding/shell';
import { foundOne, newStream, openStage, type Stage } from '../ledger/given.ts';
import { DOMAIN, owe, owed, pass, told } from './given.ts';
import { openPostOffice, type PostOffice } from 'mouding/rehearse/post-office';
import { accountOf, employ, replace, type Employee } from './staff.ts';

const PAGE = 'https://guihua.example/';
const HOUR = 3_600_000;

let office: PostOffice;
let stage: Stage;
let notifier: Notifier;
let sender: Sender;
let staff: readonly Employee[];
let streams: readonly string[];
/** Real time of the sender: it is moved, and nobody waits for it. */
let now: number;

beforeEach(async () => {
  office = await openPostOffice();
  stage = await openStage();
  staff = await employ(stage, 4);
  streams = staff.map(() => newStream());
  for (const [i, { post }] of staff.entries())
    await owe(stage, streams[i] ?? '', [owed({ holder: `post:${post}` })]);
  now = Date.now();
  notifier = openMail({ url: office.url, from: 'ghb@plan.example', patience: 400, rate: 1_000 });
  const means = { ledger: stage.worker, cache: new StateCache() };
  sender = openSender({ means, notifier, page: PAGE, now: () => now, chance: () => 1 });
  await reconcile();
}, 60_000);
afterEach(async () => {
  notifier.close();
  await office.down();
  await stage.close();
});

const reconcile = () =>
  reconcileMessages({ ledger: stage.worker, cache: new StateCache() }, stage.institution, 'mail', DOMAIN);
const round = () => sender.round(stage.institution);
const all = () => stage.app.outbox.list(stage.institution, { limit: 200 });
const states = async () => (await all()).map(({ state }) => state).toSorted();
/** As if so much time had passed for everything. */
const later = async (hours: number): Promise<void> => {
  now += hours * HOUR;
  await pass(stage, hours * 60);
};
const recipients = () => office.arrived.flatMap(({ to }) => to).toSorted();
const addresses = () => staff.map(({ address }) => address);

test('everybody who owes gets one message, from the fixed sender, to their own address', async () => {
  expect(await round()).toBe(4);
  expect(recipients()).toEqual(addresses());
  expect(await round()).toBe(0);
  expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent']);
  const [mail] = office.arrived;
  expect(mail?.subject).toBe('【和平医院】（演练）待办：报送篇章——篇章');
  expect(mail?.text).toContain(`请登录系统办理：${PAGE}m/chapters/`);
  expect(mail?.raw).toMatch(/^From: =\?UTF-8\?[BQ]\?[^?]+\?= <ghb@plan\.example>$/m);
});

test('while the server is away nothing is lost, one message looks for it, and it costs no message an attempt', async () => {
  await office.down();
  for (let i = 0; i < 26; i += 1) {
    await later(1);
    await round();
  }
  expect(await states()).toEqual(['queued', 'queued', 'queued', 'queued']);
  expect((await all()).map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0]);
  expect((await all()).some(({ lastError }) => lastError?.includes('ECONNREFUSED'))).toBe(true);
  await office.up();
  await later(0.1);
  expect(await round()).toBe(4);
  expect(recipients()).toEqual(addresses());
});

test('a server that answers 421 is looked for by one message at growing distances', async () => {
  office.is({ busy: true });
  await round();
  const first = office.connections();
  await round();
  expect(office.connections()).toBe(first);
  const distances: number[] = [];
  for (let minutes = 0; minutes < 30; minutes += 0.5) {
    now += 30_000;
    const before = office.connections();
    await round();
    if (office.connections() > before) distances.push(minutes);
  }
  const steps = distances.slice(1).map((minutes, i) => minutes - (distances[i] ?? 0));
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(Math.max(...steps)).toBeLessThanOrEqual(5.5);
  expect(await states()).toEqual(['queued', 'queued', 'queued', 'queued']);
});

test('a server that says nothing at all is away, too', async () => {
  office.is({ mute: true });
  await round();
  expect(await states()).toEqual(['queued', 'queued', 'queued', 'queued']);
  office.is({});
  await later(0.1);
  expect(await round()).toBe(4);
});

test('550 for two of them is theirs alone: they are listed as bounced and left alone, until their address changes', async () => {
  const [first, second] = addresses();
  office.is({ unknown: [first ?? '', second ?? ''] });
  await round();
  await later(24);
  await round();
  expect(await states()).toEqual(['bounced', 'bounced', 'sent', 'sent']);
  const bounced = await stage.app.outbox.list(stage.institution, { state: 'bounced', limit: 10 });
  expect(bounced.map(({ address, attempts }) => `${address} ${attempts}`).toSorted()).toEqual([
    `${first} 1`,
    `${second} 1`,
  ]);
  expect(bounced.every(({ lastError }) => lastError?.includes('550'))).toBe(true);
  await stage.app.contacts.set(stage.institution, staff[0]?.person ?? '', 'mail', 'mended@plan.example');
  await reconcile();
  await round();
  expect(recipients()).toEqual(['mended@plan.example', ...addresses().slice(2)]);
});

test('what the content alone is refused for bounces as well', async () => {
  office.is({ disgusted: true });
  await round();
  expect(await states()).toEqual(['bounced', 'bounced', 'bounced', 'bounced']);
});

test('451 comes again after its own time', async () => {
  office.is({ greylists: true });
  await round();
  expect((await all()).map(({ state, attempts }) => [state, attempts])).toEqual(Array(4).fill(['queued', 1]));
  office.is({});
  expect(await round()).toBe(0);
  await later(1);
  expect(await round()).toBe(4);
});

test.each([
  ['drops the line', { drops: true }],
  ['falls silent', { freezes: true }],
])(
  'a server that takes the message and %s may have it: every copy has the same Message-ID',
  async (_, temper) => {
    office.is(temper);
    await round();
    expect(await states()).toEqual(Array(4).fill('sent-unsure'));
    office.is({});
    await later(1);
    expect(await round()).toBe(4);
    expect(await states()).toEqual(Array(4).fill('sent'));
    const copies = Map.groupBy(office.arrived, ({ to }) => to.join());
    expect([...copies.keys()].toSorted()).toEqual(addresses());
    for (const mails of copies.values()) {
      expect(mails).toHaveLength(2);
      expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
    }
  },
);

test('S13: 26 hours away, then a line that drops: nobody is forgotten, nobody is told of what is done', async () => {
  await office.down();
  await round();
  for (let i = 0; i < 26; i += 1) {
    await later(1);
    await round();
  }
  await owe(stage, streams[0] ?? '', []);
  await office.up();
  office.is({ drops: true });
  await later(0.1);
  await round();
  expect(await states()).toEqual(['cancelled', 'sent-unsure', 'sent-unsure', 'sent-unsure']);
  await owe(stage, streams[1] ?? '', []);
  await reconcile();
  office.is({});
  await later(1);
  await round();
  expect(new Set(recipients())).toEqual(new Set(addresses().slice(1)));
  expect(await states()).toEqual(['cancelled', 'sent', 'sent', 'sent-unsure']);
  for (const mails of Map.groupBy(office.arrived, ({ to }) => to.join()).values())
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
});

test('a message is for whoever holds the post now', async () => {
  const former = staff[0];
  if (!former) throw new Error('nobody is employed');
  const next = await replace(stage, former, 'next@plan.example');
  await round();
  expect(recipients()).toEqual(addresses().slice(1));
  expect(await states()).toEqual(['cancelled', 'sent', 'sent', 'sent']);
  await reconcile();
  await round();
  expect(recipients()).toContain(next.address);
  expect(recipients()).not.toContain(former.address);
});

test('a reminder is sent on its working days, before the date and after it, while it is owed', async () => {
  await round();
  const due = '2044-03-09T16:00:00.000Z';
  await owe(stage, streams[0] ?? '', [owed({ holder: `post:${staff[0]?.post}`, due })]);
  const days = ['2044-03-02', '2044-03-04', '2044-03-07', '2044-03-08', '2044-03-09', '2044-03-10'];
  const subjects: string[] = [];
  for (const day of days) {
    await stage.app.moveClock(stage.institution, `${day}T02:00:00.000Z`);
    for (let i = 0; i < 2; i += 1) {
      await reconcile();
      await round();
    }
    subjects.push(
      ...office.arrived.splice(0).map(({ subject }) => `${day} ${subject.replace(/^.*）(..)：.*$/, '$1')}`),
    );
  }
  expect(subjects.filter((subject) => subject.includes('催办'))).toEqual([
    '2044-03-04 催办',
    '2044-03-08 催办',
    '2044-03-09 催办',
    '2044-03-10 催办',
  ]);
});

test('one reminder a day tells a person of everything that is near, and is not followed by another', async () => {
  const [one = '', other = '', third = ''] = streams;
  const [mine, another] = staff.map(({ post }) => ({ holder: `post:${post}` }));
  const due = '2044-03-09T16:00:00.000Z';
  await owe(stage, one, [owed({ ...mine, due })]);
  await owe(stage, third, [owed({ ...mine, verb: 'contribution.submit', due: '2044-03-08T16:00:00.000Z' })]);
  await reconcile();
  await round();
  office.arrived.splice(0);
  await stage.app.moveClock(stage.institution, '2044-03-08T02:00:00.000Z');
  await reconcile();
  await round();
  const reminders = () => office.arrived.filter(({ subject }) => subject.includes('催办'));
  expect(reminders()).toMatchObject([
    {
      to: addresses().slice(0, 1),
      subject: expect.stringContaining('报送科室发展规划'),
      text: expect.stringMatching(/另有1项待办：\n· 报送篇章——篇章（2044年3月9日前）/),
    },
  ]);
  // What it told of is done: the rest of the day nothing more is said of what remains.
  await owe(stage, third, [owed(another)]);
  await owe(stage, other, [owed(another)]);
  await reconcile();
  await round();
  expect(reminders()).toHaveLength(1);
  await stage.app.moveClock(stage.institution, '2044-03-09T02:00:00.000Z');
  await reconcile();
  await round();
  expect(reminders()).toMatchObject([{}, { text: expect.not.stringContaining('另有') }]);
});

test('a worker that fell in the middle is succeeded by another, and nothing is held for ever', async () => {
  const held = await stage.worker.outbox.claim(stage.institution, 10, 60_000);
  expect(held).toHaveLength(4);
  expect(await round()).toBe(0);
  await later(1);
  expect(await round()).toBe(4);
  expect(recipients()).toEqual(addresses());
});

test('an institution that was founded a moment ago owes nothing, and is no trouble', async () => {
  const fresh = await foundOne(stage.worker, 'live');
  await reconcileMessages({ ledger: stage.worker, cache: new StateCache() }, fresh, 'mail', DOMAIN);
  expect(await sender.round(fresh)).toBe(0);
  expect(await stage.app.outbox.list(fresh, { limit: 10 })).toEqual([]);
});

test('an institution with much to send leaves the others their turn', async () => {
  const person = staff[0]?.person ?? '';
  const many = Array.from({ length: 60 }, () => newStream());
  for (const stream of many) await owe(stage, stream, [owed({ holder: `post:${staff[0]?.post}` })]);
  await stage.worker.outbox.reconcile(
    stage.institution,
    many.map((stream) => told(stream, person)),
    DOMAIN,
  );
  expect(await round()).toBe(50);
  expect(await round()).toBe(10);
});

test('whose account was deactivated is written to no longer, until it is in use again', async () => {
  const [left] = staff;
  const person = left?.person ?? '';
  const before = await stage.worker.outbox.fingerprint(stage.institution);
  await accountOf(stage, person, ['PersonRegistered', 'AccountDeactivated']);
  expect(await stage.worker.outbox.fingerprint(stage.institution)).not.toBe(before);
  await reconcile();
  expect(await round()).toBe(3);
  expect(recipients()).not.toContain(left?.address);
  expect(await states()).toEqual(['cancelled', 'sent', 'sent', 'sent']);
  await accountOf(stage, person, ['AccountReactivated']);
  await reconcile();
  expect(await round()).toBe(1);
  expect(recipients()).toContain(left?.address);
});
