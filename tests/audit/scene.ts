import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices } from '../harness/services.ts';
import { auditCookie } from '../play/auditing.ts';
import { assemble } from '../play/company.ts';
import { send, type Heard } from '../play/http.ts';
import { CODES } from '../play/institutions.ts';
import { once, stageOf, type Stage } from '../play/stage.ts';

/** A company with the auditor's service beside it, and the auditor signed in there. */
export interface AuditScene {
  readonly database: FreshDatabase;
  readonly stage: Stage;
  readonly url: string;
  readonly cookie: string;
  /** Asks as the auditor. */
  ask(path: string): Promise<Heard>;
  /** Sends a body as the auditor. */
  post(path: string, body: object): Promise<Heard>;
  /** What was answered, as data. @throws Error with the answer when it is none */
  json(path: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Where a scene plays, when not in a database of its own on the server of the run. */
export interface ScenePlace {
  readonly database: FreshDatabase;
  /** Settings that its programs have beside the usual. */
  readonly env: Readonly<Record<string, string>>;
  /** Resolves when the auditor's service can know what was done until now. */
  settled(): Promise<void>;
}

export async function openScene(place?: ScenePlace): Promise<AuditScene> {
  const database = place?.database ?? (await freshDatabase());
  const services = await startServices(database, place?.env);
  const keyFile = `${testHome()}/key`;
  const company = await assemble({ api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile });
  await place?.settled();
  const url = await services.auditUrl();
  const cookie = await auditCookie(url, 'auditor', CODES.hospital, 'small-password');
  const ask = (path: string): Promise<Heard> => send(url, { method: 'GET', path, cookie });
  return {
    database,
    stage: stageOf(company, once(company)),
    url,
    cookie,
    ask,
    post: (path, body) => send(url, { method: 'POST', path, cookie, body }),
    async json(path) {
      const { status, text } = await ask(path);
      if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
      return JSON.parse(text) as unknown;
    },
    async close() {
      await services.stop();
      await database.drop();
    },
  };
}
