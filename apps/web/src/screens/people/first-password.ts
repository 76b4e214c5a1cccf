/** Letters and digits that nobody takes for one another. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 12;

/** A password for one sign-in, to be told and typed. */
export function firstPassword(): string {
  const drawn = crypto.getRandomValues(new Uint32Array(LENGTH));
  return [...drawn].map((n) => SIGNS[n % SIGNS.length]).join('');
}
