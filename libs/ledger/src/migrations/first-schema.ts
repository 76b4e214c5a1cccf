import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { FIRST_SCHEMA, sqlFile } from '../sql-files.ts';

/** The whole schema as first published. Later migrations stand beside it; its SQL files are then frozen with it. */
export function firstSchema(prefix: string): Constructor<Migration> {
  return class FirstSchema extends Migration {
    override up(): void {
      for (const file of FIRST_SCHEMA) this.addSql(sqlFile(file, prefix));
    }
  };
}
