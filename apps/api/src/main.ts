import 'reflect-metadata';
import { openLedger } from '@mouding/ledger';
import {
  openLog,
  openTracer,
  openWitnessing,
  readSettings,
  serveMetrics,
  StateCache,
  UnfitSettings,
} from '@mouding/shell';
import { createApi } from './application.ts';

/** Connections set apart for signing in, sessions and health. */
const GATE = 4;

try {
  const settings = readSettings(process.env, ['APP_DATABASE_URL', 'KEY_FILE']);
  const log = openLog('api', settings.LOG_LEVEL);
  const ledger = openLedger({
    url: settings.APP_DATABASE_URL,
    applicationName: 'mouding-api',
    keyFile: settings.KEY_FILE,
    gate: GATE,
  });
  const collector = settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  const tracer = collector === undefined ? undefined : openTracer(collector, 'api');
  const { app, metrics } = await createApi({
    means: {
      ledger,
      cache: new StateCache(),
      witnessing: openWitnessing(settings.WITNESSES, settings.WITNESSES_REQUIRED),
    },
    log,
    settings,
    tracer,
  });
  app.enableShutdownHooks();
  await app.listen(settings.PORT, settings.HOST);
  if (settings.METRICS_PORT !== undefined) {
    const watched = await serveMetrics(metrics, settings.METRICS_PORT);
    app.getHttpServer().once('close', () => watched.close());
  }
  process.stdout.write('ready\n');
} catch (error) {
  process.stderr.write(`${error instanceof UnfitSettings ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
