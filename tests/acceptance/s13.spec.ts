import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { s13 } from 'mouding/rehearse/scenarios/s13';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';
import { query } from '../play/log.ts';

let scene: Rehearsed;
beforeAll(async () => (scene = await rehearsed(s13, 13)));
afterAll(() => scene?.stop());

/** How many messages are in each state, whether or not what they told of still stands. */
const states = async (): Promise<{ readonly [state: string]: number }> => {
  const rows = await query<{ state: string; n: number }>(
    scene.urls.ownerUrl,
    'select state, count(*)::int as n from ledger.message group by state',
    [],
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};

test('everything is as the scenario says', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played.told.filter(({ kind }) => kind === 'shown').length).toBeGreaterThanOrEqual(13);
});

test('every message has come to an end: none is queued, on its way, or of unknown fate', async () => {
  const { sent = 0, bounced = 0, cancelled = 0, ...others } = await states();
  expect(bounced).toBe(2);
  // 31 were told what they owe, 13 reminded, 9 called to a meeting; the office was told of what came in meanwhile.
  expect(sent).toBeGreaterThanOrEqual(31 + 13 + 9);
  expect(cancelled).toBeGreaterThan(16);
  expect(['queued', 'sending', 'sent-unsure'].filter((state) => state in others)).toEqual([]);
});

test('some were sent again, under the one Message-ID that a message has', async () => {
  const [row] = await query<{ again: number; shared: number }>(
    scene.urls.ownerUrl,
    `select count(*) filter (where attempts > 1)::int as again, count(*)::int - count(distinct message_id)::int as shared
     from ledger.message`,
    [],
  );
  expect(row?.again).toBeGreaterThan(0);
  expect(row?.shared).toBe(0);
});

test('mail is machinery: no fact, no address and no Message-ID of it is in the record', () => {
  const log = JSON.stringify(scene.entries);
  expect(log).not.toContain('.example');
  expect(scene.entries.filter(({ type }) => /Mail|Message|Notif/.test(type))).toEqual([]);
});

test('the record is whole, and the read models rebuilt from it equal the live ones', () => {
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
  expect(isPlayed(scene.played)).toBe(true);
});
