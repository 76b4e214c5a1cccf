import { createHash, randomBytes } from 'node:crypto';
import type { SignIn } from '@mouding/contract';
import type { AuditSessionTrail, Credential, Ledger } from '@mouding/ledger';
import type { Means } from '../commands/carry-out.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { passwordFits } from '../session/password.ts';
import { PROFILES } from '../session/password-rules.ts';
import { securityOf } from '../session/security-of.ts';
import type { SessionRules } from '../session/session-rules.ts';
import { auditTokenFor, partsOfAuditToken } from './audit-token.ts';

/** Somebody who signed in at the auditor's service. */
export interface AuditSessionHeld {
  readonly institution: string;
  readonly person: string;
  /** Under which its readings are written down: a hash, by which nobody signs in. */
  readonly session: string;
  /** Machine time in milliseconds. */
  readonly ends: number;
}

/** What the sign-ins of the auditor's service are kept with. */
export interface AuditDoor {
  readonly means: Means;
  /** Where its own reading is written: the one thing that it writes. */
  readonly notes: Pick<Ledger, 'auditLog'>;
  readonly rules: SessionRules;
}

/** Tries of one login before it waits, and how long they count. Seconds. */
const [FREE, WINDOW] = [5, 900];

/**
 * Sessions of the auditor's service. Its database role can write nothing but the log of its own reading, and that log is
 * where a session is: it begins with the sign-in, lives by what is read and ends with the sign-out. A restart ends none,
 * and several processes know the same ones.
 */
export class AuditSessions {
  private readonly door: AuditDoor;

  constructor(door: AuditDoor) {
    this.door = door;
  }

  /**
   * Signs somebody in. The try is written down before it is judged, so that tries at once are counted together.
   *
   * @throws ProblemError sign-in-failed, too-many, password-change-required
   */
  async begin(body: SignIn): Promise<{ readonly token: string; readonly session: AuditSessionHeld }> {
    const { means, notes, rules } = this.door;
    const found = (await means.ledger.institutions()).find(({ code }) => code === body.institution);
    // The same work for an institution that does not exist: how long it takes says nothing.
    if (!found) await passwordFits(body.password, undefined);
    if (!found) throw new ProblemError('sign-in-failed');
    const detail = hashOf(`${found.id} ${body.login}`);
    await notes.auditLog.note(found.id, { person: null, letter: null, action: 'sign-in-tried', detail });
    if ((await notes.auditLog.tries(found.id, detail, WINDOW)) > FREE)
      throw new ProblemError('too-many', { retryAfter: WINDOW });
    const { person, login, secret } = await this.recognise(found.id, body);
    const token = auditTokenFor(found.id, login, randomBytes(32));
    const session = sessionOf(token, secret);
    await notes.auditLog.note(found.id, { person, letter: null, action: 'sign-in', detail, session });
    const ends = Date.now() + rules.seconds * 1_000;
    return { token, session: { institution: found.id, person, session, ends } };
  }

  /** The session of a token, if it stands: not too old, not left alone too long, and with the password of its beginning. */
  async find(token: string): Promise<AuditSessionHeld | undefined> {
    const parts = partsOfAuditToken(token);
    if (!parts) return undefined;
    const { institution, login } = parts;
    const credential = await this.credential(institution, login);
    if (!credential) return undefined;
    const { person, secret, active } = credential;
    const session = sessionOf(token, secret);
    const trail = await this.door.notes.auditLog.session(institution, session);
    if (!trail || !this.stands(trail)) return undefined;
    const ends = Date.now() + (this.door.rules.seconds - trail.age) * 1_000;
    const held = { institution, person, session, ends };
    if (active) return held;
    // An account that is taken into use again does not bring it back.
    await this.end(held);
    return undefined;
  }

  /** Signs out: written down, and with that over. */
  async end({ institution, person, session }: AuditSessionHeld): Promise<void> {
    const note = { person, letter: null, action: 'sign-out', detail: '', session };
    await this.door.notes.auditLog.note(institution, note);
  }

  private stands({ age, idle, isOver }: AuditSessionTrail): boolean {
    const { seconds, idleSeconds } = this.door.rules;
    return !isOver && age <= seconds && idle <= idleSeconds;
  }

  private credential(institution: string, login: string): Promise<Credential | undefined> {
    return this.door.means.ledger.auditLog.credential(institution, login);
  }

  private async recognise(institution: string, { login, password }: SignIn): Promise<Credential> {
    const credential = await this.credential(institution, login);
    const fits = await passwordFits(password, credential?.secret);
    if (!fits || !credential?.active) throw new ProblemError('sign-in-failed');
    const { passwords } = await securityOf(this.door.means, institution);
    const most = PROFILES[passwords].days;
    if (credential.oneTime || (most !== null && credential.days > most))
      throw new ProblemError('password-change-required');
    return credential;
  }
}

/** With another password it is another one, so that none stands under it. */
const sessionOf = (token: string, secret: string): string => hashOf(`${token} ${secret}`);

const hashOf = (words: string): string => createHash('sha256').update(words).digest('hex');
