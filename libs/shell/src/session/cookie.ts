export const COOKIE = 'mouding';

/** The session token of a Cookie header, if it carries one of ours. */
export function tokenOf(header: string | undefined): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
}

const attributes = (secure: boolean): string => `HttpOnly; SameSite=Lax; Path=/${secure ? '; Secure' : ''}`;

export const setCookie = (token: string, secure: boolean, maxAgeSeconds: number): string =>
  `${COOKIE}=${token}; ${attributes(secure)}; Max-Age=${maxAgeSeconds}`;

export const clearCookie = (secure: boolean): string => `${COOKIE}=; ${attributes(secure)}; Max-Age=0`;
