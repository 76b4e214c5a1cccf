// Brings the database of DATABASE_URL to this version's schema. Safe to repeat; run it before the processes start.
import { migrate } from '@mouding/ledger';
import { readSettings } from '@mouding/shell';

try {
  await migrate(readSettings(process.env, ['DATABASE_URL']).DATABASE_URL);
  process.stdout.write('数据库结构已是本版本。 The database has the schema of this version.\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
