import 'reflect-metadata';
import { openLedger } from '@mouding/ledger';
import {
  logKeysFrom,
  openLog,
  openPress,
  openWitnessing,
  readSettings,
  sessionRules,
  StateCache,
  UnfitSettings,
  withoutKeys,
} from '@mouding/shell';
import { createAudit } from './application.ts';

try {
  const settings = readSettings(process.env, ['AUDIT_DATABASE_URL']);
  const log = openLog('audit', settings.LOG_LEVEL);
  const url = settings.AUDIT_DATABASE_URL;
  const ledger = openLedger({ url, applicationName: 'mouding-audit', max: 5 });
  const notes = openLedger({
    url: settings.ACCESS_LOG_DATABASE_URL ?? url,
    applicationName: 'mouding-audit-log',
    max: 2,
  });
  const parts = {
    means: { ledger: withoutKeys(ledger), cache: new StateCache() },
    notes,
    url,
    rules: sessionRules(settings),
    press: openPress(settings.FONT_FOLDER ?? null),
    publicKey: () => logKeysFrom(settings.LOG_PUBLIC_KEY_FILE).publicKey,
    witnessing: openWitnessing(settings.WITNESSES, settings.WITNESSES_REQUIRED),
  };
  const app = await createAudit(parts, log, settings);
  app.enableShutdownHooks();
  await app.listen(settings.AUDIT_PORT, settings.HOST);
  process.stdout.write('ready\n');
} catch (error) {
  process.stderr.write(`${error instanceof UnfitSettings ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
