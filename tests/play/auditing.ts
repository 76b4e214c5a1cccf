import { AuditLetters, Me, Organisation } from '@mouding/contract';
import { addDays, dayOf } from '@mouding/core';
import type { House } from '../api/house.ts';
import { cookieOf, json, PASSWORD } from '../api/house.ts';
import { appoint, register } from '../security/people.ts';
import { send, type Heard } from './http.ts';
import { read, type Stage } from './stage.ts';

/** What a letter of a spec opens; left out, everything for a week. */
export interface Wanted {
  readonly cases?: readonly string[] | null;
  readonly period?: { readonly from: string; readonly to: string } | null;
  /** Days from today. */
  readonly from?: number;
  readonly until?: number;
}

const bodyOf = (posts: readonly string[], day: string, { cases, period, from, until }: Wanted): object => ({
  number: `审函〔2026〕${posts.length}号`,
  purpose: '专项审计',
  posts,
  cases: cases ?? null,
  period: period ?? null,
  from: addDays(day, from ?? 0),
  until: addDays(day, until ?? 7),
});

const auditorsIn = ({ posts }: Organisation): readonly string[] =>
  posts.filter(({ as }) => as === 'auditor').map(({ id }) => id);

/** The director enters a letter and a leader approves it. @returns its id */
export async function grantLetter(stage: Stage, wanted: Wanted = {}): Promise<string> {
  const letter = await proposeLetter(stage, wanted);
  await stage.give('leader', 'org.approve-audit-access', orgOf(stage), { letter, agree: true });
  return letter;
}

/** A letter that waits for approval. @returns its id */
export async function proposeLetter(stage: Stage, wanted: Wanted = {}): Promise<string> {
  const { now } = Me.parse(await read(stage, 'director', '/v1/me'));
  const posts = auditorsIn(Organisation.parse(await read(stage, 'director', '/v1/org')));
  await stage.give('director', 'org.propose-audit-access', orgOf(stage), bodyOf(posts, dayOf(now), wanted));
  const { items } = AuditLetters.parse(await read(stage, 'director', '/v1/org/audit-letters'));
  return items.find(({ status }) => status === 'waiting')?.letter ?? '';
}

export const endLetter = (stage: Stage, letter: string): Promise<unknown> =>
  stage.give('leader', 'org.end-audit-access', orgOf(stage), { letter });

const orgOf = ({ company }: Stage): string => `org/${company.houses.hospital}`;

/** The same in a house that has nobody but its administrator: who enters and who approves are appointed first. */
export async function grantInHouse(house: House, admin: string, wanted: Wanted = {}): Promise<string> {
  const director = await newcomer(house, admin, 'letter-director', 'office-director');
  const leader = await newcomer(house, admin, 'letter-leader', 'leader');
  const get = async (path: string) => json(await house.ask({ method: 'GET', path, cookie: director }));
  const day = dayOf(Me.parse(await get('/v1/me')).now);
  const posts = auditorsIn(Organisation.parse(await get('/v1/org')));
  await house.give(director, '/v1/org/commands/propose-audit-access', bodyOf(posts, day, wanted));
  const letter = AuditLetters.parse(await get('/v1/org/audit-letters')).items[0]?.letter ?? '';
  const heard = await house.give(leader, '/v1/org/commands/approve-audit-access', { letter, agree: true });
  if (heard.status !== 200) throw new Error(`${heard.status} ${heard.text}`);
  return letter;
}

async function newcomer(house: House, admin: string, login: string, as: string): Promise<string> {
  const person = await register(house, admin, login);
  await appoint(house, admin, person, as, login);
  return cookieOf(house, 'one', login);
}

/** Tries to sign in at the auditor's service. */
export const tryAudit = (
  auditUrl: string,
  login: string,
  institution = 'one',
  password = PASSWORD,
): Promise<Heard> =>
  send(auditUrl, { method: 'POST', path: '/v1/session', body: { institution, login, password } });

/** Signs in at the auditor's service. @returns the cookie. @throws Error with what was heard */
export async function auditCookie(...who: Parameters<typeof tryAudit>): Promise<string> {
  const heard = await tryAudit(...who);
  const cookie = heard.headers.getSetCookie()[0]?.split(';', 1)[0];
  if (!cookie) throw new Error(`not signed in: ${heard.status} ${heard.text}`);
  return cookie;
}
