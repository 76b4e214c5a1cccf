import { join } from 'node:path';
import type { MailRoute } from '../mail-route.ts';
import type { Role } from '../secret.ts';
import { root } from '../home.ts';
import { signerFiles } from '../signer/folder.ts';
import type { ServiceWish } from './service.ts';

/** Where the programs find the database and where they listen. */
export interface ProgramSettings {
  readonly urls: Readonly<Record<Role, string>>;
  /** The file that holds the key which wraps the data keys. */
  readonly keyFile: string;
  readonly apiPort: number;
  readonly auditPort: number;
  /** Who signs checkpoints; without it none are published. */
  readonly signer?: SignerSettings;
  /** The private key file of receipts; without it they are not signed. */
  readonly receiptKey?: string;
  /** Where the api finds the tour of the demo; without it there is none. */
  readonly demoDoor?: string;
  /** Where mail goes; without it nothing is sent. */
  readonly mail?: MailRoute;
  /** The folder of their logs. */
  readonly log: string;
}

/** The signer's own folder, and how the worker reaches it. */
export interface SignerSettings {
  readonly folder: string;
  readonly port: number;
  readonly token: string;
}

/** What is started for each program. */
interface Programs {
  readonly api: ServiceWish;
  readonly worker: ServiceWish;
  readonly audit: ServiceWish;
  /** Signs checkpoints with a key of its own. */
  readonly signer?: ServiceWish;
  /** Catches mail, where no server was given. */
  readonly inbox?: ServiceWish;
}

/** The programs of the system, in the order in which they are started. Each is given only the roles it works under. */
export function programs(settings: ProgramSettings): Programs {
  const { urls, keyFile, apiPort, auditPort, mail, signer } = settings;
  const wish = wishIn(settings.log);
  const api = wish('api', {
    ...givenOf(settings),
    APP_DATABASE_URL: urls.app,
    KEY_FILE: keyFile,
    PORT: String(apiPort),
    ...passedOn('LOG_ORIGIN', 'WITNESSES', 'WITNESSES_REQUIRED'),
  });
  const audit = wish('audit', {
    AUDIT_DATABASE_URL: urls.audit,
    AUDIT_PORT: String(auditPort),
    ...publicKeyOf(signer),
    ...passedOn('WITNESSES', 'WITNESSES_REQUIRED'),
  });
  return {
    api: { ...api, readyUrl: `http://127.0.0.1:${apiPort}/health/ready` },
    worker: wish('worker', {
      WORKER_DATABASE_URL: urls.worker,
      SEQUENCER_DATABASE_URL: urls.sequencer,
      CHECKPOINTER_DATABASE_URL: urls.checkpointer,
      KEY_FILE: keyFile,
      ...mail?.environment,
      ...reachOf(signer),
      ...passedOn('LOG_ORIGIN', 'WITNESSES', 'WITNESSES_REQUIRED', 'HEADS_MAIL_TO'),
    }),
    audit: { ...audit, readyUrl: `http://127.0.0.1:${auditPort}/health/ready` },
    ...(signer ? { signer: signerOf(signer, settings.log) } : {}),
    ...(mail?.inbox ? { inbox: inboxOf(mail.inbox, settings.log) } : {}),
  };
}

const wishIn =
  (log: string) =>
  (name: string, env: Record<string, string>): ServiceWish => ({
    name,
    entry: join(root, 'apps', name, 'dist', 'main.js'),
    env: { ...inherited(), HOST: '127.0.0.1', ...env },
    log: join(log, `${name}.log`),
  });

/** How the worker reaches the signer. */
const reachOf = (signer: SignerSettings | undefined): Record<string, string> =>
  signer ? { SIGNER_URL: `http://127.0.0.1:${signer.port}`, SIGNER_TOKEN: signer.token } : {};

const publicKeyOf = (signer: SignerSettings | undefined): Record<string, string> =>
  signer ? { LOG_PUBLIC_KEY_FILE: signerFiles(signer.folder).publicKey } : {};

/** What api has where it was given: keys to check logs and to sign receipts, the door of the demo. */
const givenOf = ({ signer, receiptKey, demoDoor }: ProgramSettings): Record<string, string> => ({
  ...publicKeyOf(signer),
  ...(receiptKey === undefined ? {} : { RECEIPT_KEY_FILE: receiptKey }),
  ...(demoDoor === undefined ? {} : { DEMO_DOOR: demoDoor }),
});

function signerOf({ folder, port, token }: SignerSettings, log: string): ServiceWish {
  return {
    name: 'signer',
    entry: join(root, 'apps', 'mouding', 'dist', 'signer', 'main.js'),
    env: {
      ...inherited(),
      SIGNER_FOLDER: folder,
      SIGNER_PORT: String(port),
      SIGNER_TOKEN: token,
      ...passedOn('SM2_KEY_FILE'),
    },
    log: join(log, 'signer.log'),
    readyUrl: `http://127.0.0.1:${port}/ready`,
  };
}

function inboxOf({ smtpPort, pagePort }: NonNullable<MailRoute['inbox']>, log: string): ServiceWish {
  return {
    name: 'inbox',
    entry: join(root, 'apps', 'mouding', 'dist', 'inbox', 'main.js'),
    env: { ...inherited(), SMTP_PORT: String(smtpPort), INBOX_PORT: String(pagePort) },
    log: join(log, 'inbox.log'),
    readyUrl: `http://127.0.0.1:${pagePort}/`,
  };
}

// The owner's address stays with the launcher, and so does whatever else the caller's environment holds.
function inherited(): Record<string, string> {
  const names = [
    'PATH',
    'HOME',
    'LANG',
    'LC_ALL',
    'TZ',
    'TMPDIR',
    'NODE_ENV',
    'LOG_LEVEL',
    'FAILPOINT',
    'SOFFICE',
    'CONVERT_SECONDS',
    'NODE_EXTRA_CA_CERTS',
  ];
  return passedOn(...names);
}

function passedOn(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
