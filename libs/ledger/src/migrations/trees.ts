import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { RENEWED_BY_TREES, sqlFile, TREES } from '../sql-files.ts';

/** Adds the store of texts that are trees, and renews the door through which they come in. */
export function trees(prefix: string): Constructor<Migration> {
  return class Trees extends Migration {
    override up(): void {
      for (const file of TREES) this.addSql(sqlFile(file, prefix));
      for (const file of RENEWED_BY_TREES)
        this.addSql(sqlFile(file, prefix).replace('create function', 'create or replace function'));
    }
  };
}
