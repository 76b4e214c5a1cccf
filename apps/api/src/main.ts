import 'reflect-metadata';
import { openLedger } from '@mouding/ledger';
import { openLog, readSettings, StateCache, UnfitSettings } from '@mouding/shell';
import { createApi } from './application.ts';

try {
  const settings = readSettings(process.env, ['APP_DATABASE_URL', 'KEY_FILE']);
  const log = openLog('api', settings.LOG_LEVEL);
  const ledger = openLedger({
    url: settings.APP_DATABASE_URL,
    applicationName: 'mouding-api',
    keyFile: settings.KEY_FILE,
  });
  const app = await createApi({ ledger, cache: new StateCache() }, log, settings.PUBLIC_URL);
  app.enableShutdownHooks();
  await app.listen(settings.PORT, settings.HOST);
  process.stdout.write('ready\n');
} catch (error) {
  process.stderr.write(`${error instanceof UnfitSettings ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
