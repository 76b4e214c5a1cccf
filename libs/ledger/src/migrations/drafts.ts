import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { DRAFTS, sqlFile } from '../sql-files.ts';

/** Adds what people have typed and not yet sent. */
export function drafts(prefix: string): Constructor<Migration> {
  return class Drafts extends Migration {
    override up(): void {
      for (const file of DRAFTS) this.addSql(sqlFile(file, prefix));
    }
  };
}
