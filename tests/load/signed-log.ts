import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger, type Ledger } from '@mouding/ledger';
import { checkpoint, openSigner, type Signer } from '@mouding/shell';
import { freePort } from 'mouding/port';
import { programs } from 'mouding/services/programs';
import { startService, type Service, type ServiceWish } from 'mouding/services/service';
import { signerFiles } from 'mouding/signer/folder';
import type { Addresses, Server } from './database.ts';

/** What stands in the names of the logs of the bench. */
const ORIGIN = 'bench.invalid';

/** A signer that runs, and the worker that may be started beside it. */
export interface Signing {
  readonly signer: Signer;
  /** The file of its public key. */
  readonly publicKey: string;
  startWorker(): Promise<Service>;
  stop(): Promise<void>;
}

/** Starts the signer of one database, as `npm start` does. */
export async function startSigning(server: Server, { roles }: Addresses): Promise<Signing> {
  const folder = join(server.home, 'signer');
  const log = join(server.home, 'log');
  mkdirSync(log, { recursive: true });
  const [port, token] = [await freePort(), 'the-word-of-the-bench'];
  const { worker, signer } = programs({
    urls: roles,
    keyFile: server.keyFile,
    apiPort: 0,
    auditPort: 0,
    signer: { folder, port, token },
    log,
  });
  if (!signer) throw new Error('no signer is named');
  const running = await started(signer);
  return {
    signer: openSigner({ url: `http://127.0.0.1:${port}`, token }),
    publicKey: signerFiles(folder).publicKey,
    startWorker: () => started(worker),
    stop: () => running.stop(),
  };
}

async function started(wish: ServiceWish): Promise<Service> {
  const service = await startService({
    ...wish,
    env: { ...wish.env, LOG_LEVEL: 'warn', LOG_ORIGIN: ORIGIN },
  });
  if ('refused' in service) throw new Error(service.refused.en);
  return service;
}

/** The ledger under the role that keeps checkpoints. */
export const checkpointersLedger = ({ roles }: Addresses) =>
  openLedger({ url: roles.checkpointer, applicationName: 'bench-checkpointer', max: 2 });

/** Puts every entry of a log into its tree, and has it signed. @throws Error where the log stands still */
export async function signAll(ledger: Ledger, signer: Signer, institution: string): Promise<void> {
  for (;;) {
    const done = await checkpoint({ ledger, signer, origin: ORIGIN }, institution);
    if (done.outcome === 'trouble') throw new Error(`the log stands still: ${done.trouble}`);
    if (done.outcome === 'nothing-new') return;
  }
}
