import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { OUTBOX, RENEWED_BY_OUTBOX, sqlFile } from '../sql-files.ts';

/** Adds the outbox and the opening with locks, and renews the functions that use them. */
export function outbox(prefix: string): Constructor<Migration> {
  return class Outbox extends Migration {
    override up(): void {
      for (const file of OUTBOX) this.addSql(sqlFile(file, prefix));
      for (const file of RENEWED_BY_OUTBOX)
        this.addSql(sqlFile(file, prefix).replace('create function', 'create or replace function'));
    }
  };
}
