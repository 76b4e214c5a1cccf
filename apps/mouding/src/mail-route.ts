import { freePort, isFree } from './port.ts';

/** Where mail goes: settings of the worker, and the ports of the inbox where it is the one that comes along. */
export interface MailRoute {
  readonly environment: Readonly<Record<string, string>>;
  /** Absent where a server was given: then nothing is caught. */
  readonly inbox?: { readonly smtpPort: number; readonly pagePort: number };
}

const GIVEN = ['SMTP_URL', 'SMTP_URL_FILE', 'MAIL_FROM', 'MAIL_FROM_FILE', 'PUBLIC_URL', 'PUBLIC_URL_FILE'];

/** Nobody's, whatever happens (RFC 2606). */
const SENDER = 'mouding@mouding.example';

/** The mail server of the caller's environment, otherwise an inbox on this machine: beside the audit service if free. */
export async function mailRoute(
  environment: Readonly<Record<string, string | undefined>>,
  apiPort: number,
  auditPort: number,
): Promise<MailRoute> {
  const given = Object.fromEntries(
    GIVEN.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const page =
    given['PUBLIC_URL'] || given['PUBLIC_URL_FILE'] ? {} : { PUBLIC_URL: `http://127.0.0.1:${apiPort}` };
  if (given['SMTP_URL'] || given['SMTP_URL_FILE']) return { environment: { ...page, ...given } };
  const smtpPort = await freePort();
  const pagePort = (await isFree(auditPort + 1)) ? auditPort + 1 : await freePort();
  return {
    environment: { ...page, ...given, SMTP_URL: `smtp://127.0.0.1:${smtpPort}`, MAIL_FROM: SENDER },
    inbox: { smtpPort, pagePort },
  };
}
