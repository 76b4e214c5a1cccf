/** The cookie in which a browser keeps a session token. `secure`: whether people come by https. */
interface SessionCookie {
  /** The session token of a Cookie header, if it carries one of this name. */
  tokenIn(header: string | undefined, secure: boolean): string | undefined;
  /** What sets it, as a Set-Cookie header. */
  set(token: string, secure: boolean, maxAgeSeconds: number): string;
  /** What takes it away. */
  clear(secure: boolean): string;
}

/**
 * Behind TLS its name is one that a browser takes from this very host alone, over TLS, for every path: no neighbour under
 * the same domain can plant it. Plain HTTP is served to this machine only, where browsers refuse it.
 */
function sessionCookie(plainName: string, sameSite: 'Lax' | 'Strict'): SessionCookie {
  const nameOf = (secure: boolean): string => (secure ? `__Host-${plainName}` : plainName);
  const written = (token: string, secure: boolean, maxAgeSeconds: number): string =>
    `${nameOf(secure)}=${token}; HttpOnly; SameSite=${sameSite}; Path=/${secure ? '; Secure' : ''}; Max-Age=${maxAgeSeconds}`;
  return {
    tokenIn(header, secure) {
      const name = `${nameOf(secure)}=`;
      const pairs = (header ?? '').split(';').map((pair) => pair.trim());
      return pairs.find((pair) => pair.startsWith(name))?.slice(name.length);
    },
    set: written,
    clear: (secure) => written('', secure, 0),
  };
}

export const COOKIE = sessionCookie('mouding', 'Lax');
/** Of the auditor's service: one login is not the other. */
export const AUDIT_COOKIE = sessionCookie('mouding-audit', 'Strict');
