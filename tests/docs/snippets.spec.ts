import { mkdtempSync, rmSync, chmodSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCluster } from 'mouding/postgres/cluster';
import { README, snippets } from './page.ts';
import { terminal, type Ended, type Running } from './terminal.ts';

const MINUTES = 60_000;

/** What is changed in a snippet before it is run, and why; everything else is run as it stands. */
const CHANGED: {
  readonly [id: string]: { readonly from: string; readonly to: string; readonly why: string };
} = {
  start: { from: 'npm start', to: 'npm start -- --port 0', why: 'the usual port may be in use here' },
  test: {
    from: 'npm test',
    to: 'npm test -- libs/evidence/src/chain',
    why: 'all specs would run this one again',
  },
  'own-database': {
    from: 'npm start',
    to: 'npm start -- --port 0 --no-demo',
    why: 'the port, and the demo was seeded once',
  },
};

const written = new Map(snippets(README.en).map(({ id, commands }) => [id, commands]));
const run = new Set<string>();

function commandsOf(id: string): string {
  run.add(id);
  const commands = written.get(id);
  if (commands === undefined) throw new Error(`the page has no snippet ${id}`);
  const change = CHANGED[id];
  if (change && !commands.includes(change.from)) throw new Error(`${id} does not say ${change.from}`);
  return change ? commands.replace(change.from, change.to) : commands;
}

const places: string[] = [];
/** An empty folder that the database's own user may pass through. */
function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mouding-readme-'));
  chmodSync(folder, 0o755);
  places.push(folder);
  return folder;
}

const home = join(place(), 'home');
const environment = { MOUDING_HOME: home, LANG: 'en_GB.UTF-8', LC_ALL: '', NODE_ENV: '', NODE_OPTIONS: '' };
const type = (id: string, also: object = {}): Running =>
  terminal(commandsOf(id), { ...environment, ...also });

const whole = ({ code, stdout, stderr }: Ended): string =>
  code === 0 ? 'ended well' : `${stdout}\n${stderr}`;

let started: Running;
let page = '';

beforeAll(async () => {
  started = type('start');
  [, page = ''] = await started.shows(/Page +(http:\/\/[^\s]+)[^]*Ctrl-C/);
}, 8 * MINUTES);

afterAll(async () => {
  started.interrupt();
  await started.ended;
  for (const folder of places) rmSync(folder, { recursive: true, force: true });
}, 2 * MINUTES);

test('npm start shows a page', async () => {
  const answer = await fetch(page);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('<html');
});

test(
  'npm test runs specs and counts them',
  async () => {
    const done = await type('test').ended;
    expect(done.stdout).toMatch(/^\d+ passed, 0 failed$/m);
  },
  5 * MINUTES,
);

const cookies = join(place(), 'cookies');
/** Speaks to the interface of this system, as the person who signed in. */
const asks = (id: string): Running =>
  terminal(
    commandsOf(id)
      .replaceAll('http://127.0.0.1:4310', page.replace(/\/$/, ''))
      .replaceAll(/ cookies\b/g, ` ${cookies}`),
    environment,
  );

test('the interface answers the person who signed in', async () => {
  const done = await asks('api').ended;
  expect(whole(done)).toBe('ended well');
  const answers = done.stdout
    .replaceAll('}{', '}\n{')
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(answers).toEqual([
    expect.objectContaining({ institution: expect.objectContaining({ mode: 'rehearsal' }) }),
    expect.objectContaining({ items: expect.any(Array) }),
    expect.objectContaining({ items: expect.any(Array) }),
  ]);
});

test('the system says why, and what was done', async () => {
  const done = await asks('questions').ended;
  expect(whole(done)).toBe('ended well');
  expect(done.stdout).toContain('"rule":"policy.capacity"');
  expect(done.stdout).toMatch(/party-committee|党委会|Party committee/);
});

test(
  'a rehearsal ends verified',
  async () => {
    const done = await type('rehearse').ended;
    expect(whole(done)).toBe('ended well');
    expect(done.stdout).toMatch(/facts, .*: verified\.$/m);
  },
  5 * MINUTES,
);

test(
  'a rehearsal of a text answers one line for programs',
  async () => {
    const done = await type('rehearse-text').ended;
    expect(whole(done)).toBe('ended well');
    expect(JSON.parse(done.stdout)).toMatchObject({ procedure: 'hospital-five-year-plan', verified: true });
  },
  5 * MINUTES,
);

test(
  'a scenario ends as it should',
  async () => {
    const done = await type('rehearse-scenario').ended;
    expect(whole(done)).toBe('ended well');
    expect(done.stdout).toMatch(/^(\d+) of \1 as they should be; .* verified: yes/m);
  },
  5 * MINUTES,
);

test(
  'Word files are made, read, checked and compared with no server',
  async () => {
    const folder = place();
    // What a reader writes beside the clone is written elsewhere here; the last command answers 3: the texts differ.
    const commands = commandsOf('documents').replaceAll(/ (plan|changes)\./g, ` ${folder}/$1.`);
    const { code, stdout, stderr } = await terminal(commands, environment).ended;
    expect([code, code === 3 ? '' : stdout + stderr]).toEqual([3, '']);
    const written = ['plan.docx', 'plan.txt', 'plan.pdf', 'changes.docx'].map((name) => join(folder, name));
    expect(written.filter((file) => !existsSync(file))).toEqual([]);
  },
  5 * MINUTES,
);

test(
  'the other commands end well',
  async () => expect(whole(await type('cli').ended)).toBe('ended well'),
  5 * MINUTES,
);

test(
  'it runs on a database of one’s own',
  async () => {
    const cluster = await openCluster({ home: join(place(), 'cluster'), durable: false });
    if ('refused' in cluster) throw new Error(cluster.refused.en);
    try {
      const commands = commandsOf('own-database').replace(
        /DATABASE_URL=\S+/,
        `DATABASE_URL='${cluster.ownerUrl}'`,
      );
      const other = terminal(commands, { ...environment, MOUDING_HOME: join(place(), 'home') });
      await other.shows(/Ctrl-C/);
      other.interrupt();
      expect(whole(await other.ended)).toBe('ended well');
    } finally {
      await cluster.stop('fast');
    }
  },
  5 * MINUTES,
);

test(
  'Ctrl-C stops everything',
  async () => {
    started.interrupt();
    expect(whole(await started.ended)).toBe('ended well');
    expect(existsSync(join(home, 'run.json'))).toBe(false);
  },
  2 * MINUTES,
);

test('every snippet was run', () => expect([...run].toSorted()).toEqual([...written.keys()].toSorted()));
