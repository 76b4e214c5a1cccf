import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { nestLog, openLog, readSettings, UnfitSettings } from '@mouding/shell';
import { WorkerModule } from './worker.module.ts';

try {
  const settings = readSettings(process.env, [
    'WORKER_DATABASE_URL',
    'SEQUENCER_DATABASE_URL',
    'CHECKPOINTER_DATABASE_URL',
    'KEY_FILE',
  ]);
  const log = openLog('worker', settings.LOG_LEVEL);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(settings, log), {
    logger: nestLog(log),
  });
  app.enableShutdownHooks();
  process.stdout.write('ready\n');
} catch (error) {
  process.stderr.write(`${error instanceof UnfitSettings ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
