import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './home.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'mouding-cli-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `mouding` as a person would, in a home folder of its own. */
function mouding(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const bin = join(root, 'apps', 'mouding', 'bin', 'mouding.mjs');
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] ?? '', MOUDING_HOME: home, LANG: 'en_GB.UTF-8', ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

async function occupied(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : 0 };
}

describe('the command line', () => {
  test.each([
    [['nonsense']],
    [['start', '--port', 'abc']],
    [['start', '--port', '70000']],
    [['rehearse', '--seed', '-1']],
  ])('%j is a usage error', async (args) => {
    const { code, out, err } = await mouding(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: /m);
  });

  test('explains itself in both languages', async () => {
    const [english, chinese] = [
      await mouding(['--help']),
      await mouding(['--help'], { LANG: 'zh_CN.UTF-8' }),
    ];
    expect([english.code, chinese.code]).toEqual([0, 0]);
    expect(english.out).toContain('verify the record');
    expect(chinese.out).toContain('核验办理记录');
  });

  test('a taken port is named, with the option that chooses another', async () => {
    const { server, port } = await occupied();
    const { code, err } = await mouding(['start', '--port', String(port)]);
    server.close();
    expect(code).toBe(1);
    expect(err).toContain(`端口 ${port} 已被其他程序占用`);
    expect(err).toContain(`Port ${port} is taken by another program`);
    expect(err).toContain('--port');
  });

  test('a home that is not a folder gets a sentence, in JSON too', async () => {
    const file = join(home, 'file');
    writeFileSync(file, '');
    const { code, out, err } = await mouding(['--json', 'start', '--port', '0'], {
      MOUDING_HOME: join(file, 'home'),
    });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ error: expect.stringContaining('MOUDING_HOME') });
    expect(err).toContain('请用拥有该文件夹的用户运行');
  });

  test('doctor answers in JSON, and its verdict is the exit code', async () => {
    const { code, out } = await mouding(['doctor', '--json']);
    const { fit, findings } = JSON.parse(out) as {
      fit: boolean;
      findings: { check: string; state: string }[];
    };
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['Node', 'home folder', 'disk space', 'clock', 'processes', 'database']),
    );
    expect(fit).toBe(findings.every(({ state }) => state !== 'bad'));
    expect(code).toBe(fit ? 0 : 1);
  });

  test('checks a procedure by id, and names what is wrong with one in a file', async () => {
    const good = await mouding(['procedure', 'check', 'hospital-five-year-plan', '--json']);
    expect(good.code).toBe(0);
    expect(JSON.parse(good.out)).toMatchObject({
      procedure: 'hospital-five-year-plan',
      sound: true,
      faults: [],
    });
    const file = join(home, 'broken.yaml');
    writeFileSync(file, 'id: broken\ntitle: 缺步骤\nbodies: {}\nchapters: []\nsteps: []\n');
    const bad = await mouding(['procedure', 'check', file]);
    expect(bad.code).toBe(1);
    expect(bad.err).toContain('steps');
    expect((await mouding(['procedure', 'check', 'no-such'])).err).toContain('no procedure no-such');
  });
});
