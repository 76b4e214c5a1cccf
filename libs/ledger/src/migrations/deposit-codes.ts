import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { DEPOSIT_CODES, sqlFile } from '../sql-files.ts';

/** Adds what a 报送码 opens, by the hash of its secret. */
export function depositCodes(prefix: string): Constructor<Migration> {
  return class DepositCodes extends Migration {
    override up(): void {
      for (const file of DEPOSIT_CODES) this.addSql(sqlFile(file, prefix));
    }
  };
}
