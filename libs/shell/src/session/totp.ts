import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Seconds of one step, and digits of a code: what every authenticator app takes without being told. */
const STEP_SECONDS = 30;
const DIGITS = 6;

/** The step of time of an instant, in milliseconds since 1970. */
export const stepOf = (ms: number): number => Math.floor(ms / 1000 / STEP_SECONDS);

/** The one-time password of a step. @source RFC 4226 §5.3, RFC 6238 §4 */
export function totp(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step whose code this is, one step early or late allowed for clocks that differ; undefined when it is none. A step
 * that was taken before is none any more.
 */
export function matchingStep(
  secret: Uint8Array,
  code: string,
  now: number,
  lastStep: number,
): number | undefined {
  const given = Buffer.from(code);
  return [now - 1, now, now + 1].find((step) => {
    const expected = Buffer.from(totp(secret, step));
    return step > lastStep && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 without padding: how authenticator apps are told a secret. @source RFC 4648 §6 */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** Ten codes that stand in for the device once each, in a form that can be read out: `abcd-efgh-jkmn-pqrs`. */
export const recoveryCodes = (): readonly string[] =>
  Array.from({ length: 10 }, () => (base32(randomBytes(10)).toLowerCase().match(/.{4}/g) ?? []).join('-'));
