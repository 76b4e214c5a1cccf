import { Me, ObligationPage } from '@mouding/contract';
import { openLedger } from '@mouding/ledger';
import type { Session } from '../../client/session.ts';
import type { AuditedUrls } from '../rehearse-case.ts';
import type { Story } from '../story.ts';

/** Moves the hospital's law clock to a second of a Beijing day; what falls due on the way is done when it answers. */
export async function exactly(
  { hospital }: Pick<Story, 'hospital'>,
  day: string,
  time: string,
): Promise<void> {
  const admin = await hospital.cast.as('admin');
  const { institution } = await admin.read('/v1/me', Me);
  const to = new Date(Date.parse(`${day}T${time}.000+08:00`)).toISOString();
  await admin.act(`org/${institution.id}`, 'move-clock', { to });
}

/**
 * Time goes by while nothing runs: the law clock stands at another moment and no command has moved it. What fell due on
 * the way is found by the clockwork, as after a start.
 */
export async function whileDown(
  { roleUrls, keyFile }: AuditedUrls,
  institution: string,
  to: string,
): Promise<void> {
  const ledger = openLedger({ url: roleUrls.app, keyFile, applicationName: 'mouding-outage', max: 1 });
  try {
    await ledger.moveClock(institution, to);
  } finally {
    await ledger.close();
  }
}

/** What somebody owes about one stream, by verb. */
export async function obligationsOf(session: Session, stream: string): Promise<readonly string[]> {
  const { items } = await session.read('/v1/obligations', ObligationPage);
  return items.filter((each) => each.stream === stream).map(({ verb }) => verb);
}
