import { createHash, randomBytes } from 'node:crypto';
import type { SignIn } from '@mouding/contract';
import type { Credential, Ledger } from '@mouding/ledger';
import type { Means } from '../commands/carry-out.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { passwordFits } from '../session/password.ts';
import { PROFILES } from '../session/password-rules.ts';
import { securityOf } from '../session/security-of.ts';
import type { SessionRules } from '../session/session-rules.ts';

/** Somebody who signed in at the auditor's service. */
export interface AuditSessionHeld {
  readonly institution: string;
  readonly person: string;
  readonly login: string;
  /** Machine time in milliseconds. */
  readonly ends: number;
}

/** What the sign-ins of the auditor's service are kept with. */
export interface AuditDoor {
  readonly means: Means;
  /** Where its own reading is written: the one thing that it writes. */
  readonly log: Pick<Ledger, 'auditLog'>;
  readonly rules: SessionRules;
}

interface Kept extends AuditSessionHeld {
  /** The password that it began with: with another, or none, it is over. */
  readonly secret: string;
  used: number;
}

/** Tries of one login before it waits, and how long they count. Seconds. */
const [FREE, WINDOW] = [5, 900];

/**
 * Sessions of the auditor's service, in the memory of its process: its database role can make none, and a restart asks
 * everybody to sign in again. Tokens are kept as hashes.
 */
export class AuditSessions {
  private readonly door: AuditDoor;
  private readonly kept = new Map<string, Kept>();

  constructor(door: AuditDoor) {
    this.door = door;
  }

  /**
   * Signs somebody in. The try is written down before it is judged, so that tries at once are counted together.
   *
   * @throws ProblemError sign-in-failed, too-many, password-change-required
   */
  async begin(body: SignIn): Promise<{ readonly token: string; readonly session: AuditSessionHeld }> {
    const { means, log, rules } = this.door;
    const found = (await means.ledger.institutions()).find(({ code }) => code === body.institution);
    // The same work for an institution that does not exist: how long it takes says nothing.
    if (!found) await passwordFits(body.password, undefined);
    if (!found) throw new ProblemError('sign-in-failed');
    const subject = hashOf(`${found.id} ${body.login}`);
    const note = (action: string, person: string | null) =>
      log.auditLog.note(found.id, { person, letter: null, action, detail: subject });
    await note('sign-in-tried', null);
    if ((await log.auditLog.tries(found.id, subject, WINDOW)) > FREE)
      throw new ProblemError('too-many', { retryAfter: WINDOW });
    const credential = await this.recognise(found.id, body);
    await note('sign-in', credential.person);
    const token = randomBytes(32).toString('base64url');
    const now = Date.now();
    const kept = {
      institution: found.id,
      person: credential.person,
      login: credential.login,
      secret: credential.secret,
      ends: now + rules.seconds * 1_000,
      used: now,
    };
    this.kept.set(hashOf(token), kept);
    return { token, session: kept };
  }

  /** The session of a token, if it stands: not too old, not left alone too long, and with the password of its beginning. */
  async find(token: string): Promise<AuditSessionHeld | undefined> {
    const kept = this.kept.get(hashOf(token));
    if (!kept) return undefined;
    const now = Date.now();
    const over = now > kept.ends || now - kept.used > this.door.rules.idleSeconds * 1_000;
    const credential = over ? undefined : await this.credential(kept.institution, kept.login);
    if (!credential?.active || credential.secret !== kept.secret) {
      this.kept.delete(hashOf(token));
      return undefined;
    }
    kept.used = now;
    return kept;
  }

  end(token: string): void {
    this.kept.delete(hashOf(token));
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

const hashOf = (words: string): string => createHash('sha256').update(words).digest('hex');
