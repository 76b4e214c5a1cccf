import { inParallel } from '../in-parallel.ts';
import { signInAuditor } from './auditor.ts';
import { signIn, type Seen, type Session } from './session.ts';

/** The people of one institution, each with a session of their own, signed in when first needed. */
export interface Cast {
  readonly code: string;
  as(login: string): Promise<Session>;
  /** One of them at the auditor's service, which has a login of its own. */
  auditor(service: string, login: string): Promise<Pick<Session, 'read'>>;
  /** Signs these in ahead of time. */
  gather(logins: readonly string[]): Promise<void>;
}

/** The server works out one password hash at a time for each of its threads; more at once only wait there. */
const AT_ONCE = 4;

/** @param seen what one of them has seen of a stream the others know too, as if they sat in one room */
export function castOf(api: string, code: string, password: string, seen: Seen = new Map()): Cast {
  const sessions = new Map<string, Promise<Session>>();
  const as = (login: string): Promise<Session> => {
    const known = sessions.get(login);
    if (known) return known;
    const session = signIn(api, { institution: code, login, password }, seen);
    sessions.set(login, session);
    return session;
  };
  const auditor = (service: string, login: string) =>
    signInAuditor(service, { institution: code, login, password });
  return { code, as, auditor, gather: async (logins) => void (await inParallel(logins, AT_ONCE, as)) };
}
