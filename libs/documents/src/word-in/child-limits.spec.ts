import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CHILD_FLAGS } from './convert-in-child.ts';

const CLOSED = fileURLToPath(new URL('closed-network.ts', import.meta.url));

/** What a line of program says in a process like the one that reads files of strangers. */
function said(program: string): string {
  const script = `const { closeNetwork } = await import(${JSON.stringify(CLOSED)}); closeNetwork();
    try { ${program}; console.log('done'); } catch (error) { console.log(error.code ?? error.message); }`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...CHILD_FLAGS, '--input-type=module', '-e', script],
    { env: {}, encoding: 'utf8' },
  );
  return stdout.trim() || stderr;
}

test.each([
  [
    'writes no file',
    "(await import('node:fs')).writeFileSync('/tmp/mouding-canary', 'x')",
    'ERR_ACCESS_DENIED',
  ],
  [
    'reads no file of the machine',
    "(await import('node:fs')).readFileSync('/etc/passwd')",
    'ERR_ACCESS_DENIED',
  ],
  ['starts no program', "(await import('node:child_process')).spawnSync('id')", 'ERR_ACCESS_DENIED'],
  [
    'starts no thread',
    "new (await import('node:worker_threads')).Worker('0', { eval: true })",
    'ERR_ACCESS_DENIED',
  ],
  ['reaches no server', "(await import('node:net')).connect(9, '127.0.0.1')", 'there is no network here'],
  ['listens nowhere', "(await import('node:net')).createServer().listen(0)", 'there is no network here'],
  [
    'sends no packet',
    "(await import('node:dgram')).createSocket('udp4').send('x', 9, '127.0.0.1')",
    'there is no network here',
  ],
  [
    'fetches nothing',
    "await fetch('http://127.0.0.1:4999/').catch((error) => { throw error.cause })",
    'there is no network here',
  ],
  ['knows no secret', "if (Object.keys(process.env).length > 0) throw new Error('secrets')", 'done'],
])('it %s', (_, program, answer) => {
  expect(said(program)).toBe(answer);
});
