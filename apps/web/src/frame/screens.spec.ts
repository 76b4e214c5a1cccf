import { leaderSlipPageOf, pageOf, PLURALS, slipPageOf, workPage } from '@mouding/contract';
import { matchRoutes, type RouteObject } from 'react-router';
import { DESK, SHARED } from './screens.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const FACES: readonly (readonly [string, readonly RouteObject[]])[] = [
  ['/desk', [...DESK, ...SHARED]],
  ['/m', SHARED],
];

/** The route of the screen that shows an address. */
const screenAt = (screens: readonly RouteObject[], address: string): string | undefined =>
  matchRoutes([...screens], address)?.at(-1)?.route.path;

/** What mails and printed codes lead to. */
const ADDRESSES = [
  ...Object.keys(PLURALS).map((kind) => pageOf(`${kind}/${ID}`)),
  slipPageOf(ID, 'a'.repeat(64)),
];

/** What the printed codes of slips of reviews and issues lead to, which are no pages of anything. */
const SLIPS = ['review', 'issue'].map((kind) => leaderSlipPageOf(`${kind}/${ID}`, 'a'.repeat(64)));

describe.each(FACES)('below %s', (_, screens) => {
  test.each(ADDRESSES)('what a mail or a printed code leads to is a screen: %s', (address) => {
    expect(screenAt(screens, address)).toBeDefined();
  });

  test('a slip of a review or of an issue leads to where it is entered', () => {
    expect(SLIPS.map((address) => screenAt(screens, address))).toEqual([
      'reviews/:id/slip',
      'issues/:id/slip',
    ]);
  });

  test('what has a screen of its own is led to that screen, not to the one of anything', () => {
    const led = (kind: string) => screenAt(screens, pageOf(`${kind}/${ID}`));
    expect(led('case')).toBe('plans/:id');
    for (const kind of [
      'chapter',
      'contribution',
      'consultation',
      'meeting',
      'manuscript',
      'ballot',
      'deposit',
      'person',
    ])
      expect(led(kind)).toBe(`${PLURALS[kind]}/:id`);
    const worked = (verb: string) => screenAt(screens, workPage({ stream: `org/${ID}`, verb }));
    expect(worked('org.confirm-log-restart')).toBe('org/log-restarts');
    expect(worked('org.see-delegated-acts')).toBe('me/delegations');
    expect(screenAt(screens, slipPageOf(ID, 'b'))).toBe('slips/:id/:text');
  });
});

test('every address of two parts that a screen of both faces has is one that something is called by', () => {
  const known = new Set([...Object.values(PLURALS), 'plans', 'new', ':plural']);
  const own = SHARED.flatMap(({ path }) => path?.match(/^([^/]+)\/:\w+$/u)?.[1] ?? []);
  expect(own.filter((plural) => !known.has(plural))).toEqual([]);
});
