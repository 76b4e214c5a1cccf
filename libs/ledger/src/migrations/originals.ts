import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { ORIGINALS, sqlFile } from '../sql-files.ts';

/** Adds the store of originals. */
export function originals(prefix: string): Constructor<Migration> {
  return class Originals extends Migration {
    override up(): void {
      for (const file of ORIGINALS) this.addSql(sqlFile(file, prefix));
    }
  };
}
