import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { sqlFile, UNSIGNED_OPINIONS } from '../sql-files.ts';

/** Adds the tables and functions of opinions without a name. */
export function unsignedOpinions(prefix: string): Constructor<Migration> {
  return class UnsignedOpinions extends Migration {
    override up(): void {
      for (const file of UNSIGNED_OPINIONS) this.addSql(sqlFile(file, prefix));
    }
  };
}
