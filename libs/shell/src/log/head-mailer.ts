import { dayOf } from '@mouding/core';
import type { Ledger } from '@mouding/ledger';
import type { Notifier } from '../notifying/notifier.ts';
import { headMail, type HeadOfDay } from './head-mail.ts';

/** Whom the heads of all logs of this system go to, and by which way. */
export interface HeadMailing {
  /** What was signed last of each institution. */
  heads(): Promise<readonly Pick<HeadOfDay, 'institution' | 'checkpoint'>[]>;
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

/** A mailer that remembers what it has sent today; after a restart a mail may go out again, under its id of that day. */
export function headMailer({ heads, notifier, to, domain, now }: HeadMailing): HeadMailer {
  const sent = new Map<string, string>();
  const isDue = (key: string, day: string): boolean => sent.get(key) !== day;
  return {
    async round() {
      const day = dayOf(now().toISOString());
      let count = 0;
      for (const { institution, checkpoint } of await heads()) {
        const due = to.filter((address) => isDue(`${institution.id} ${address}`, day));
        const mail = headMail({ institution, day, checkpoint, domain });
        for (const address of due) {
          const { kind } = await notifier.deliver({ ...mail, address });
          // An address that is refused for good is not asked again before tomorrow.
          if (kind === 'sent' || kind === 'refused') sent.set(`${institution.id} ${address}`, day);
          if (kind === 'sent') count += 1;
        }
      }
      return count;
    },
  };
}

/** The newest heads of every institution that has one. */
export async function newestHeads({
  institutions,
  treeLogs,
}: Pick<Ledger, 'institutions' | 'treeLogs'>): ReturnType<HeadMailing['heads']> {
  const all = await Promise.all(
    (await institutions()).map(async (institution) => {
      const checkpoint = await treeLogs.newest(institution.id);
      return checkpoint ? [{ institution, checkpoint }] : [];
    }),
  );
  return all.flat();
}
