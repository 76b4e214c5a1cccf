import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openLedger, verifyLog, type Held, type Ledger, type LogReport } from '@mouding/ledger';
import {
  checkpoint,
  openSigner,
  type Checkpointed,
  type CheckpointerMeans,
  type Signer,
} from '@mouding/shell';
import { openSignerFolder } from 'mouding/signer/folder';
import { signerServer } from 'mouding/signer/serve';
import { testHome } from '../harness/cluster.ts';
import { openStage, sequenceAll, appendTo, type Stage } from '../ledger/given.ts';

/** A stage with a signer of its own. */
export interface LogStage extends Stage {
  readonly signer: Signer;
  /** Where it listens. */
  readonly signerUrl: string;
  /** Every text that it has signed, in order. */
  readonly signedTexts: readonly string[];
  /** The ledger under the role that writes checkpoints. */
  readonly checkpointer: Ledger;
  /** The files of the signer. */
  readonly folder: string;
  readonly means: CheckpointerMeans;
  /** Writes so many entries and gives them their index. */
  write(entries: number, stream?: string): Promise<void>;
  checkpoint(): Promise<Checkpointed>;
  /**
   * @param held a checkpoint that somebody kept elsewhere
   * @param witnesses the lines of the keys that are known of witnesses
   */
  verify(held?: Held, witnesses?: readonly string[]): Promise<LogReport>;
  /** Ends the signer's process, as it were, and starts one over the same files. */
  restartSigner(): Promise<void>;
}

export const ORIGIN = 'hospital.example';
export const STREAM = 'chapter/aaaaaaaa-0000-4000-8000-000000000000';
export const TOKEN = 'the word of these specs';

/** Opens a stage; the signer listens on a port of its own. */
export async function openLogStage(): Promise<LogStage> {
  const stage = await openStage();
  mkdirSync(join(testHome(), 'signers'), { recursive: true });
  const folder = mkdtempSync(join(testHome(), 'signers', 'signer-'));
  const signedTexts: string[] = [];
  let server = await serve(folder, 0, signedTexts);
  const { port } = server.address() as AddressInfo;
  const signerUrl = `http://127.0.0.1:${port}`;
  const signer = openSigner({ url: signerUrl, token: TOKEN });
  const checkpointer = openLedger({
    url: stage.database.checkpointerUrl,
    applicationName: 'spec-checkpointer',
  });
  const means = { ledger: checkpointer, signer, origin: ORIGIN };
  return {
    ...stage,
    signer,
    signerUrl,
    signedTexts,
    checkpointer,
    folder,
    means,
    async write(entries, stream = STREAM) {
      await appendTo(stage.app, stage.institution, stream, entries);
      await sequenceAll(stage);
    },
    checkpoint: () => checkpoint(means, stage.institution),
    verify: (held, witnesses = []) => {
      const { key, memory } = openSignerFolder(folder);
      const trust = { publicKey: key.publicKey, last: memory.last, witnesses };
      const { database, institution } = stage;
      return verifyLog({ url: database.auditUrl, institution, trust, held: held ?? null });
    },
    async restartSigner() {
      await end(server);
      server = await serve(folder, port, signedTexts);
    },
    async close() {
      await end(server);
      await checkpointer.close();
      await stage.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function serve(folder: string, port: number, signedTexts: string[]): Promise<Server> {
  const { key: own, memory } = openSignerFolder(folder);
  const key = {
    ...own,
    sign(message: Uint8Array) {
      signedTexts.push(Buffer.from(message).toString());
      return own.sign(message);
    },
  };
  const server = signerServer({ key, memory, token: TOKEN }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function end(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
