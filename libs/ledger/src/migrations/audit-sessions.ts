import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { AUDIT_SESSIONS, sqlFile } from '../sql-files.ts';

/** Sessions of the auditor's service stand in its own log, so that a restart ends none. */
export function auditSessions(prefix: string): Constructor<Migration> {
  return class AuditSessions extends Migration {
    override up(): void {
      for (const file of AUDIT_SESSIONS) this.addSql(sqlFile(file, prefix));
    }
  };
}
