import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { openLedger } from '@mouding/ledger';
import {
  ContractPipe,
  HttpMetrics,
  nestLog,
  openLog,
  ProblemFilter,
  readSettings,
  requestContext,
  SessionGuard,
  sessionRules,
  UnfitSettings,
} from '@mouding/shell';
import { AuditModule } from './audit.module.ts';
import { AuditorGuard } from './auditor-guard.ts';

try {
  const settings = readSettings(process.env, ['AUDIT_DATABASE_URL']);
  const log = openLog('audit', settings.LOG_LEVEL);
  const ledger = openLedger({ url: settings.AUDIT_DATABASE_URL, applicationName: 'mouding-audit', max: 5 });
  const app = await NestFactory.create<NestExpressApplication>(AuditModule.with(ledger), {
    logger: nestLog(log),
  });
  app.disable('x-powered-by');
  app.set('case sensitive routing', true);
  app.use(requestContext(log, new HttpMetrics(), undefined));
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalGuards(new SessionGuard(ledger, sessionRules(settings), false), new AuditorGuard(ledger));
  app.enableShutdownHooks();
  await app.listen(settings.AUDIT_PORT, settings.HOST);
  process.stdout.write('ready\n');
} catch (error) {
  process.stderr.write(`${error instanceof UnfitSettings ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
