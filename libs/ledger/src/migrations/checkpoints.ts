import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { CHECKPOINTS, sqlFile } from '../sql-files.ts';

/** Adds the tree over the entries: its tiles, what was signed of it, and by whom besides. */
export function checkpoints(prefix: string): Constructor<Migration> {
  return class Checkpoints extends Migration {
    override up(): void {
      for (const file of CHECKPOINTS) this.addSql(sqlFile(file, prefix));
    }
  };
}
