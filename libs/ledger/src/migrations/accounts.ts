import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { ACCOUNTS, sqlFile } from '../sql-files.ts';

/** Adds what guards accounts: trails of sign-ins, former passwords, second factors; and heartbeats of processes. */
export function accounts(prefix: string): Constructor<Migration> {
  return class Accounts extends Migration {
    override up(): void {
      for (const file of ACCOUNTS) this.addSql(sqlFile(file, prefix));
    }
  };
}
