import { createHash } from 'node:crypto';
import type { Company } from '../../play/company.ts';
import { CAST, EVERYBODY } from '../../play/institutions.ts';
import { bytesIn } from './traces.ts';

/**
 * Twenty of the hospital who give an opinion without a name. The office is not among them: it is told by message of
 * every opinion that it has to handle, which is no trace of a giver and would look like one.
 */
export const STAFF = EVERYBODY.filter(
  (who) => CAST[who][0] === 'hospital' && !who.startsWith('office'),
).slice(0, 20);

/** What is one person's: ids, and the hashes of sessions. */
export const personal = ({ players }: Company): readonly string[] =>
  STAFF.flatMap((who) => {
    const { person, cookie } = players[who];
    const token = cookie.slice(cookie.indexOf('=') + 1);
    return [person, bytesIn(createHash('sha256').update(token).digest())];
  });
