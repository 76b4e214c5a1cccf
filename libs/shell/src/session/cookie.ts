/**
 * The cookie's name. Behind TLS it is one that a browser takes from this very host alone, over TLS, for every path: no
 * neighbour under the same domain can plant it. Plain HTTP is served to this machine only, where browsers refuse it.
 */
export const cookieName = (secure: boolean): string => (secure ? '__Host-mouding' : 'mouding');

/** The session token of a Cookie header, if it carries one of ours. */
export function tokenOf(header: string | undefined, secure: boolean): string | undefined {
  const name = `${cookieName(secure)}=`;
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(name))?.slice(name.length);
}

const attributes = (secure: boolean): string => `HttpOnly; SameSite=Lax; Path=/${secure ? '; Secure' : ''}`;

export const setCookie = (token: string, secure: boolean, maxAgeSeconds: number): string =>
  `${cookieName(secure)}=${token}; ${attributes(secure)}; Max-Age=${maxAgeSeconds}`;

export const clearCookie = (secure: boolean): string =>
  `${cookieName(secure)}=; ${attributes(secure)}; Max-Age=0`;
