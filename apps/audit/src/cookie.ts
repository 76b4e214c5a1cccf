const nameOf = (secure: boolean): string => (secure ? '__Host-mouding-audit' : 'mouding-audit');

/** The session token of a Cookie header, if it carries one of this service. */
export function tokenOf(header: string | undefined, secure: boolean): string | undefined {
  const name = `${nameOf(secure)}=`;
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(name))?.slice(name.length);
}

const attributes = (secure: boolean): string =>
  `HttpOnly; SameSite=Strict; Path=/${secure ? '; Secure' : ''}`;

/** The cookie of a session; without a token, its end. It is another one than that of the api: one login is not the other. */
export const cookieFor = (token: string | undefined, secure: boolean, maxAgeSeconds: number): string =>
  `${nameOf(secure)}=${token ?? ''}; ${attributes(secure)}; Max-Age=${token === undefined ? 0 : maxAgeSeconds}`;
