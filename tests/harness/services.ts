import { existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { programs, type ProgramSettings } from 'mouding/services/programs';
import { createSigningKey } from 'mouding/signer/key';
import { startService, type Service, type ServiceWish } from 'mouding/services/service';
import { testHome } from './cluster.ts';
import type { FreshDatabase } from './database.ts';
import { ownPort } from './port.ts';

/** Services that work on one database of the specs. */
export interface Services {
  readonly apiUrl: string;
  readonly api: Service;
  readonly worker: Service;
  /** The address of the auditor's service, which is started when somebody asks for it. */
  auditUrl(): Promise<string>;
  stop(): Promise<void>;
}

/** Names the programs of the built tree with the settings for one database, to be started by `startProgram`. */
export async function programsFor(database: FreshDatabase): Promise<Programs> {
  const log = join(testHome(), 'log', new URL(database.ownerUrl).pathname.slice(1));
  mkdirSync(log, { recursive: true });
  const { appUrl, workerUrl, sequencerUrl, checkpointerUrl, auditUrl } = database;
  const settings: ProgramSettings = {
    urls: {
      app: appUrl,
      worker: workerUrl,
      sequencer: sequencerUrl,
      checkpointer: checkpointerUrl,
      audit: auditUrl,
    },
    keyFile: join(testHome(), 'key'),
    receiptKey: receiptKeyIn(testHome()),
    apiPort: await ownPort(),
    auditPort: await ownPort(),
    log,
  };
  const named = programs(settings);
  return {
    ...named,
    apiUrl: `http://127.0.0.1:${settings.apiPort}`,
    auditUrl: `http://127.0.0.1:${settings.auditPort}`,
  };
}

/** The key that signs receipts of every system of the specs. Of two processes that make it at once, both take the first one's. */
function receiptKeyIn(home: string): string {
  const file = join(home, 'receipt-key.pem');
  if (existsSync(file)) return file;
  const own = `${file}.${process.pid}`;
  createSigningKey(own);
  try {
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own);
  }
  return file;
}

type Programs = ReturnType<typeof programs> & { readonly apiUrl: string; readonly auditUrl: string };

/** Starts one program and waits until it is ready. @throws Error with its last words when it is not */
export async function startProgram(
  program: ServiceWish,
  env: Readonly<Record<string, string>> = {},
): Promise<Service> {
  const service = await startService({ ...program, env: { ...program.env, ...env } });
  if ('refused' in service) throw new Error(service.refused.zh);
  return service;
}

/** Starts api and worker as separate processes on free ports, from the built tree; `env` is added to all of them. */
export async function startServices(
  database: FreshDatabase,
  env: Readonly<Record<string, string>> = {},
): Promise<Services> {
  const { api, worker, audit, apiUrl, auditUrl } = await programsFor(database);
  const [apiService, workerService] = await Promise.all([startProgram(api, env), startProgram(worker, env)]);
  let auditing: Promise<Service> | undefined;
  return {
    apiUrl,
    api: apiService,
    worker: workerService,
    async auditUrl() {
      await (auditing ??= startProgram(audit, env));
      return auditUrl;
    },
    stop: async () => {
      await Promise.all([
        apiService.stop(),
        workerService.stop(),
        auditing?.then((service) => service.stop()),
      ]);
    },
  };
}
