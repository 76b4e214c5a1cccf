import { AuditLetters, Me, Organisation } from '@mouding/contract';
import { addDays, dayOf } from '@mouding/core';
import type { Side } from './story.ts';

/**
 * 调阅函: the director enters it, a leader approves it; from then on the auditor reads the whole record.
 *
 * @param days for which it opens the record
 */
export async function openToAuditor({ cast }: Pick<Side, 'cast'>, days = 30): Promise<void> {
  const [director, leader] = [await cast.as('zhuren'), await cast.as('yuanzhang')];
  const org = await director.read('/v1/org', Organisation);
  const { now } = await director.read('/v1/me', Me);
  const day = dayOf(now);
  const posts = org.posts.filter(({ as }) => as === 'auditor').map(({ id }) => id);
  await director.act(`org/${org.id}`, 'propose-audit-access', {
    number: `审函〔${day.slice(0, 4)}〕1号`,
    purpose: '规划编制程序专项审计',
    posts,
    cases: null,
    from: day,
    until: addDays(day, days),
  });
  const { items } = await director.read('/v1/org/audit-letters', AuditLetters);
  const letter = items.find(({ status }) => status === 'waiting')?.letter;
  await leader.act(`org/${org.id}`, 'approve-audit-access', { letter, agree: true });
}
