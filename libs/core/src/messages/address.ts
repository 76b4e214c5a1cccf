/** RFC 5321 §4.5.3.1: 64 octets before the @, 254 for the whole in a command. */
const LONGEST = 254;
const LONGEST_LOCAL = 64;
const LONGEST_LABEL = 63;

/** Dot-atoms only: quoted local parts and comments are where header injection lives, and no hospital uses them. */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
/** A label of a domain in ASCII or in letters of any script (中文域名); joiners and marks of direction are no letters. */
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

const octets = (text: string): number => encodeURI(text).replaceAll(/%[0-9A-F]{2}/g, '-').length;

/**
 * An address of electronic mail as it may stand in an envelope, or null. Stricter than the standard: nothing that a
 * server, a header or a reader could take for something else, since nodemailer turns `a@b.c\r\nBcc: d@e.f` into one
 * envelope address instead of refusing it.
 */
export function mailAddress(text: string): string | null {
  const parts = text.split('@');
  const [local = '', domain = ''] = parts;
  if (parts.length !== 2 || !isWellFormed(text) || local.length > LONGEST_LOCAL || !LOCAL.test(local))
    return null;
  return isDomain(domain) ? text : null;
}

/** Compatibility forms (full-width letters, ligatures) would be another address to whoever normalises them. */
const isWellFormed = (text: string): boolean =>
  text.isWellFormed() && text === text.normalize('NFKC') && octets(text) <= LONGEST;

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  return (
    labels.length >= 2 &&
    labels.every((label) => octets(label) <= LONGEST_LABEL && LABEL.test(label)) &&
    !/^[0-9]+$/.test(last)
  );
}
