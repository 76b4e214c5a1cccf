import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { RENEWED_BY_DEADLINES, sqlFile } from '../sql-files.ts';

/** A deadline that was answered is taken away by its time, so that one that was set since is not lost with it. */
export function deadlinesByTime(prefix: string): Constructor<Migration> {
  return class DeadlinesByTime extends Migration {
    override up(): void {
      for (const file of RENEWED_BY_DEADLINES)
        this.addSql(sqlFile(file, prefix).replace('create function', 'create or replace function'));
    }
  };
}
