import { startCatcher } from './catcher.ts';
import { openMailbox } from './mailbox.ts';
import { serveInbox } from './serve.ts';

/** Enough for a demo, little enough to forget about. */
const LIMIT = 500;

const portOf = (name: string): number => Number(process.env[name] ?? 0);

const mailbox = openMailbox(LIMIT);
const catcher = await startCatcher(mailbox, portOf('SMTP_PORT'));
const inbox = await serveInbox(mailbox, portOf('INBOX_PORT'));
process.once('SIGTERM', () => {
  void Promise.all([catcher.stop(), inbox.stop()]).then(() => process.exit(0));
});
process.stdout.write(`ready: SMTP ${catcher.port}, page ${inbox.port}\n`);
