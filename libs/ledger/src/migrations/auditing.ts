import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { AUDITING, sqlFile } from '../sql-files.ts';

/** Gives the auditor's service a login and an access log of its own. */
export function auditing(prefix: string): Constructor<Migration> {
  return class Auditing extends Migration {
    override up(): void {
      for (const file of AUDITING) this.addSql(sqlFile(file, prefix));
    }
  };
}
