import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { CHECKPOINTING, sqlFile } from '../sql-files.ts';

/** Takes the writing of checkpoints from the worker's role, and gives it to one that can do nothing else. */
export function checkpointing(prefix: string): Constructor<Migration> {
  return class Checkpointing extends Migration {
    override up(): void {
      for (const file of CHECKPOINTING) this.addSql(sqlFile(file, prefix));
    }
  };
}
