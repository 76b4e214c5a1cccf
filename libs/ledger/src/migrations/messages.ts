import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { MESSAGES, sqlFile } from '../sql-files.ts';

/** Adds where people are reached, and the outbox of messages to them. */
export function messages(prefix: string): Constructor<Migration> {
  return class Messages extends Migration {
    override up(): void {
      for (const file of MESSAGES) this.addSql(sqlFile(file, prefix));
    }
  };
}
