/** Whose session a token is said to be; only the log knows whether it is. */
export interface AuditTokenParts {
  readonly institution: string;
  readonly login: string;
}

const TOKEN =
  /^(?<institution>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?<login>[A-Za-z0-9_-]{1,400})\.[A-Za-z0-9_-]{43}$/;

/** `institution.login.random`: where to look, and 256 random bits that prove. */
export const auditTokenFor = (institution: string, login: string, random: Buffer): string =>
  `${institution}.${Buffer.from(login).toString('base64url')}.${random.toString('base64url')}`;

/** Undefined for what no sign-in has made. */
export function partsOfAuditToken(token: string): AuditTokenParts | undefined {
  const { institution, login } = TOKEN.exec(token)?.groups ?? {};
  if (institution === undefined || login === undefined) return undefined;
  const written = Buffer.from(login, 'base64url').toString();
  // No database takes it as text.
  return written.includes('\0') ? undefined : { institution, login: written };
}
