import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { ProblemError } from '../problem/problem-error.ts';

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

/** OWASP's first choice: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG = 32;

const encode = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

const hashed = (password: string, nonce: Buffer): Promise<Buffer> =>
  inTurn(() => derive('argon2id', { message: password, nonce, ...COST, tagLength: TAG }));

/** The argon2id string that is kept instead of the password. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${encode(nonce)}$${encode(await hashed(password, nonce))}`;
}

/** Stands in for the secret of nobody, so that an unknown account takes as long as a wrong password. */
export const NOBODY = `$argon2id$v=19$m=19456,t=2,p=1$${encode(randomBytes(16))}$${encode(randomBytes(TAG))}`;

/** Whether the password is the one; takes as long when there is no such account. */
export async function passwordFits(password: string, secret: string | undefined): Promise<boolean> {
  const [, , , , nonce = '', tag = ''] = (secret ?? NOBODY).split('$');
  const expected = Buffer.from(tag, 'base64');
  const computed = await hashed(password, Buffer.from(nonce, 'base64'));
  return expected.length === computed.length && timingSafeEqual(expected, computed) && secret !== undefined;
}

const AT_ONCE = 2;
const WAITING = 50;
let running = 0;
const queue: (() => void)[] = [];

/** At most two hashes at a time, so that a flood of sign-ins cannot take all memory and cores from everyone else. */
async function inTurn(work: () => Promise<Buffer>): Promise<Buffer> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new ProblemError('too-many', { retryAfter: 5 });
    await new Promise<void>((resolve) => queue.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}
