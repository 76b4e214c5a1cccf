import { openLedger } from '@mouding/ledger';
import { runningIn } from '../run-file.ts';
import { fine, note, type Finding } from './finding.ts';

const name = { zh: '通知', en: 'messages' };

/** The outbox of messages to people: what has waited for more than an hour, and what bounced. */
export async function lookAtMessages(home: string, givenUrl: string | undefined): Promise<Finding[]> {
  const url = runningIn(home)?.databaseUrl ?? givenUrl;
  if (url === undefined) return [];
  const ledger = openLedger({ url, applicationName: 'mouding-doctor', max: 1 });
  try {
    const all = await Promise.all(
      (await ledger.institutions()).map(async ({ id, code }) => ({
        code,
        ...(await ledger.outbox.health(id)),
      })),
    );
    return [findingOf(all)];
  } catch {
    // Whether the database answers and has its tables is said by the other checks.
    return [];
  } finally {
    await ledger.close();
  }
}

/** @param all how many have waited for more than an hour and how many bounced, by institution */
export function findingOf(
  all: readonly { readonly code: string; readonly waiting: number; readonly bounced: number }[],
): Finding {
  const amiss = all.filter(({ waiting, bounced }) => waiting + bounced > 0);
  if (amiss.length === 0)
    return fine(name, '没有积压一小时以上的通知，没有退信', 'none has waited for an hour, none bounced');
  const zh = amiss.map(
    ({ code, waiting, bounced }) => `${code}：积压一小时以上 ${waiting} 条，退信 ${bounced} 条`,
  );
  const en = amiss.map(
    ({ code, waiting, bounced }) => `${code}: ${waiting} have waited for an hour, ${bounced} bounced`,
  );
  return note(
    name,
    `${zh.join('；')}。请检查 SMTP_URL 和人员地址（GET /v1/messages）`,
    `${en.join('; ')}. Look at SMTP_URL and at the addresses (GET /v1/messages)`,
  );
}
