import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The database roles under which the services work; the owner only migrates. */
export const roles = ['app', 'worker', 'audit', 'sequencer', 'checkpointer'] as const;
export type Role = (typeof roles)[number];

/** The secret of this home folder, made at the first call and readable by its owner alone. */
export function secretOf(home: string): string {
  const file = join(home, 'secret');
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** The password of each role: derived, so that no list of passwords has to be kept. */
export function rolePasswords(secret: string): Record<Role, string> {
  const password = (role: Role): string =>
    createHmac('sha256', Buffer.from(secret, 'hex')).update(role).digest('hex');
  return {
    app: password('app'),
    worker: password('worker'),
    audit: password('audit'),
    sequencer: password('sequencer'),
    checkpointer: password('checkpointer'),
  };
}

/** What the signer wants to hear before it signs: derived too. */
export function signerToken(secret: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex')).update('signer').digest('hex');
}

/** Writes the passwords down as SQL that an administrator may run, readable by this user alone. @returns the file */
export function writePasswords(home: string, passwords: Record<Role, string>): string {
  const file = join(home, 'role-passwords.sql');
  const lines = roles.map((role) => `alter role mouding_${role} password '${passwords[role]}';\n`);
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  return file;
}

/** How each role reaches the database that the owner reaches by `ownerUrl`. */
export function roleUrls(
  ownerUrl: string,
  passwords: Record<Role, string>,
  prefix = 'mouding',
): Record<Role, string> {
  const url = (role: Role): string => {
    const address = new URL(ownerUrl);
    address.username = `${prefix}_${role}`;
    address.password = passwords[role];
    return address.href;
  };
  return {
    app: url('app'),
    worker: url('worker'),
    audit: url('audit'),
    sequencer: url('sequencer'),
    checkpointer: url('checkpointer'),
  };
}
