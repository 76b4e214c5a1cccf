import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { READING, RENEWED_BY_READING, sqlFile } from '../sql-files.ts';

/** Lets the clock read originals, one at a time. */
export function originalsRead(prefix: string): Constructor<Migration> {
  return class OriginalsRead extends Migration {
    override up(): void {
      for (const file of READING) this.addSql(sqlFile(file, prefix));
      for (const file of RENEWED_BY_READING)
        this.addSql(sqlFile(file, prefix).replace('create function', 'create or replace function'));
    }
  };
}
