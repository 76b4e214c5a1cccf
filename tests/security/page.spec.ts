import { openHouse, type House } from '../api/house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(async () => {
  await house?.close();
});

const policyOf = async (path: string): Promise<string> =>
  (await house.ask({ method: 'GET', path })).headers.get('content-security-policy') ?? '';

test.each(['/desk', '/m', '/show', '/desk/plans/x'])(
  'the document at %s runs what came from here and nothing else, under a nonce of its own',
  async (path) => {
    const [policy, again] = [await policyOf(path), await policyOf(path)];
    for (const part of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "base-uri 'none'"])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|\*|http:/);
    expect(policy).toMatch(/style-src 'self' 'nonce-[\w-]{16,}'/);
    expect(policy).not.toBe(again);
  },
);

test('an old browser is told what to install by a script that any browser can run', async () => {
  const { text, headers } = await house.ask({ method: 'GET', path: '/floor.js' });
  expect(headers.get('content-type')).toContain('text/javascript');
  expect(text).toContain('浏览器版本过低');
  expect(text).not.toMatch(/=>|`|\b(?:const|let)\s/);
  const { text: document } = await house.ask({ method: 'GET', path: '/desk' });
  expect(document).toMatch(/<script src="\/floor\.js"><\/script>/);
});

test('without a launcher there is no demo to be told of, and none to be begun', async () => {
  const tour = await house.ask({ method: 'GET', path: '/demo/tour' });
  const play = await house.ask({ method: 'POST', path: '/demo/play', body: {} });
  expect([tour.status, play.status]).toEqual([404, 404]);
});

test('nobody begins the demo from another site', async () => {
  const { status } = await house.ask({
    method: 'POST',
    path: '/demo/play',
    body: {},
    headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  });
  expect(status).toBe(403);
});
