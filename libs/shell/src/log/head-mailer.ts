import { dayOf } from '@mouding/core';
import type { Ledger, MailedHeads } from '@mouding/ledger';
import type { Notifier } from '../notifying/notifier.ts';
import { headMail, type HeadOfDay } from './head-mail.ts';

/** Whom the heads of all logs of this system go to, and by which way. */
export interface HeadMailing {
  /** What was signed last of each institution. */
  heads(): Promise<readonly Pick<HeadOfDay, 'institution' | 'checkpoint'>[]>;
  /** What went out already, whichever process sent it. */
  readonly mailed: MailedHeads;
  readonly notifier: Notifier;
  readonly to: readonly string[];
  readonly domain: string;
  /** Real time: a day of the world outside, whatever clock a rehearsal has. */
  readonly now: () => Date;
}

/** Mails the heads of a day, each once to each party. */
export interface HeadMailer {
  /** Sends what was not sent today; answers how many went out. What does not get through is tried at the next round. */
  round(): Promise<number>;
}

/**
 * A mailer that looks in the ledger what went out today. One that falls between the mail server's word and the ledger
 * sends that one mail again, under the same Message-ID.
 */
export function headMailer(mailing: HeadMailing): HeadMailer {
  return {
    async round() {
      const day = dayOf(mailing.now().toISOString());
      let count = 0;
      for (const head of await mailing.heads()) count += await mailOne(mailing, { ...head, day });
      return count;
    },
  };
}

/** Sends one head to whoever has not had it. @returns how many went out */
async function mailOne(
  { mailed, notifier, to, domain }: HeadMailing,
  head: Omit<HeadOfDay, 'domain'>,
): Promise<number> {
  const { institution, day, checkpoint } = head;
  const had = new Set(await mailed.on(institution.id, day));
  const mail = headMail({ ...head, domain });
  let count = 0;
  for (const address of to.filter((each) => !had.has(each))) {
    const { kind } = await notifier.deliver({ ...mail, address });
    // An address that is refused for good is not asked again before tomorrow.
    if (kind !== 'sent' && kind !== 'refused') continue;
    await mailed.note(institution.id, { day, address, size: checkpoint.size, taken: kind === 'sent' });
    if (kind === 'sent') count += 1;
  }
  return count;
}

/**
 * The newest heads of every institution that has one.
 *
 * @param witnesses how many of them must have signed under a head that goes out
 */
export async function newestHeads(
  { institutions, treeLogs }: Pick<Ledger, 'institutions' | 'treeLogs'>,
  witnesses: number,
): ReturnType<HeadMailing['heads']> {
  const all = await Promise.all(
    (await institutions()).map(async (institution) => {
      const checkpoint = await treeLogs.newest(institution.id, witnesses);
      return checkpoint ? [{ institution, checkpoint }] : [];
    }),
  );
  return all.flat();
}
