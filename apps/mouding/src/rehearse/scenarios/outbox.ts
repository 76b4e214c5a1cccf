import { MessagePage, type MessageLine } from '@mouding/contract';
import type { Session } from '../../client/session.ts';
import { until } from '../../until.ts';
import type { Arrived } from '../post-office.ts';

const IN_MOTION = ['queued', 'sending', 'sent-unsure'];

/** Every message to people, as the office sees them; the newest first. */
export async function outboxOf(office: Session): Promise<readonly MessageLine[]> {
  const lines: MessageLine[] = [];
  for (let cursor = ''; ;) {
    const { items, page } = await office.read(`/v1/messages?limit=200${cursor}`, MessagePage);
    lines.push(...items);
    if (page.next === null) return lines;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

/** Looks at the outbox until it is so; answers it then. */
export const untilOutbox = (
  office: Session,
  what: string,
  isSo: (lines: readonly MessageLine[]) => boolean,
): Promise<readonly MessageLine[]> =>
  until(what, async () => {
    const lines = await outboxOf(office);
    return isSo(lines) ? lines : undefined;
  });

/** Whether nothing that still stands waits to go out. */
export const isSettled = (lines: readonly MessageLine[]): boolean =>
  !lines.some(({ state, stands }) => stands && IN_MOTION.includes(state));

/** The mails that carry this message, by its Message-ID. */
export const mailsOf = (arrived: readonly Arrived[], { id }: Pick<MessageLine, 'id'>): readonly Arrived[] =>
  arrived.filter(({ messageId }) => messageId.startsWith(`<${id}@`));
