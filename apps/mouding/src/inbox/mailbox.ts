import PostalMime from 'postal-mime';

/** A mail as it was caught. */
export interface CaughtMail {
  readonly no: number;
  /** Real time, UTC. */
  readonly at: string;
  /** As the envelope said, which is where it would have gone. */
  readonly recipients: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  /** Header lines as they came. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Mails in memory, the newest first. */
export interface Mailbox {
  readonly limit: number;
  /** How many were caught since the start, kept or not. */
  caught(): number;
  list(): readonly CaughtMail[];
  find(no: number): CaughtMail | undefined;
  keep(raw: Buffer, recipients: readonly string[]): Promise<CaughtMail>;
}

/** @param limit mails that are kept; the oldest make room for new ones */
export function openMailbox(limit: number): Mailbox {
  const mails: CaughtMail[] = [];
  let no = 0;
  return {
    limit,
    caught: () => no,
    list: () => mails,
    find: (wanted) => mails.find((mail) => mail.no === wanted),
    async keep(raw, recipients) {
      const { from, subject, messageId, text, headers } = await PostalMime.parse(raw);
      no += 1;
      const mail: CaughtMail = {
        no,
        at: new Date().toISOString(),
        recipients,
        from: from?.address ?? '',
        subject: subject ?? '',
        messageId: messageId ?? '',
        text: text ?? '',
        headers: headers.map(({ key, value }) => [key, value] as const),
      };
      mails.unshift(mail);
      mails.splice(limit);
      return mail;
    },
  };
}
