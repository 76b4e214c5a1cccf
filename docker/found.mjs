// Founds an institution and its first administrator, who sets up everything else through the interface:
//   MOUDING_PASSWORD=… node docker/found.mjs --code NAME --name 单位全称 --kind unit|authority --login NAME --administrator 姓名
// With --rehearsal its clock can be moved, for good. Saying the same again founds nothing twice.
import { parseArgs } from 'node:util';
import { openLedger } from '@mouding/ledger';
import { foundInstitution, readSettings } from '@mouding/shell';

const text = { type: 'string' };
const options = {
  code: text,
  name: text,
  kind: text,
  login: text,
  administrator: text,
  rehearsal: { type: 'boolean' },
};
const shortest = 12;

try {
  const founding = asked();
  const settings = readSettings(process.env, ['DATABASE_URL', 'KEY_FILE']);
  const { DATABASE_URL: url, KEY_FILE: keyFile } = settings;
  const ledger = openLedger({ url, keyFile, applicationName: 'mouding-found', max: 1 });
  try {
    process.stdout.write(`${JSON.stringify(await foundInstitution(ledger, founding))}\n`);
  } finally {
    await ledger.close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function asked() {
  const { code, name, kind, login, administrator, rehearsal = false } = parseArgs({ options }).values;
  const missing = Object.entries({ code, name, kind, login, administrator }).filter(([, value]) => !value);
  if (missing.length > 0)
    throw new Error(`缺少 · missing: ${missing.map(([option]) => `--${option}`).join(' ')}`);
  if (kind !== 'unit' && kind !== 'authority')
    throw new Error('--kind unit (编制单位) | authority (主管部门)');
  const password = process.env['MOUDING_PASSWORD'] ?? '';
  if (password.length < shortest)
    throw new Error(`MOUDING_PASSWORD 至少 ${shortest} 位 · must have ${shortest} characters or more`);
  const mode = rehearsal ? 'rehearsal' : 'live';
  return { code, name, kind, mode, administrator: { name: administrator, login, password } };
}
