import { openDoor } from 'mouding/door/door';
import { tourOf } from 'mouding/door/tour';
import { seedDemo, type DemoAccount } from 'mouding/demo/seed';
import { testHome } from './cluster.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';
import { startServices } from './services.ts';

/** The invented hospital in a database of its own, with its services. */
export interface Demo {
  readonly apiUrl: string;
  readonly accounts: readonly DemoAccount[];
  readonly database: FreshDatabase;
  /** The address of the auditor's service, which is started when somebody asks for it. */
  auditUrl(): Promise<string>;
  close(): Promise<void>;
}

/** Starts the demo as `npm start` does, without its launcher. */
export async function openDemo(): Promise<Demo> {
  const database = await freshDatabase();
  const door = await openDoor();
  const services = await startServices(database, { DEMO_DOOR: door.address });
  const { apiUrl, auditUrl } = services;
  const keyFile = `${testHome()}/key`;
  const accounts = await seedDemo({ apiUrl, ownerUrl: database.ownerUrl, keyFile, say: () => undefined });
  door.show(tourOf(apiUrl, accounts));
  return {
    apiUrl,
    accounts,
    database,
    auditUrl,
    close: async () => {
      await services.stop();
      await door.close();
      await database.drop();
    },
  };
}
