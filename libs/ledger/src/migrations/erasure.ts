import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { ERASURE, sqlFile } from '../sql-files.ts';

/** Lets a command erase a person in its own transaction. */
export function erasure(prefix: string): Constructor<Migration> {
  return class Erasure extends Migration {
    override up(): void {
      for (const file of ERASURE) this.addSql(sqlFile(file, prefix));
    }
  };
}
