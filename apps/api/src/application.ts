import {
  Admission,
  AdmissionGuard,
  AGAIN_SECONDS,
  ContractPipe,
  EtagInterceptor,
  HttpMetrics,
  logKeysFrom,
  nestLog,
  originalConverter,
  ProblemFilter,
  receiptSigner,
  requestContext,
  SessionGuard,
  sessionRules,
  standAtDoor,
  UntracedGuard,
  WriteGuard,
  type Means,
  type Settings,
  type Tracer,
} from '@mouding/shell';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { Logger } from 'pino';
import { ApiModule } from './api.module.ts';
import { describeApi } from './document.ts';
import { showGauges } from './gauges.ts';
import { admissionCapacities, limitConnections } from './limits.ts';
import { headersOf, securityHeaders } from './security-headers.ts';

const LARGEST_BODY = '2mb';
const MEGABYTE = 1_000_000;

const PROTOTYPES = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys that no schema names but that could reach a prototype: refused, not dropped in silence. */
function refusingPrototypes(key: string, value: unknown): unknown {
  if (!PROTOTYPES.has(key)) return value;
  throw new SyntaxError(`the key ${key} is not accepted`);
}

/** What the module takes from the settings as they are. */
const chosenIn = (settings: Settings, { witnessing }: Means) => ({
  fileBytes: settings.FILE_MB * MEGABYTE,
  dailyBytes: settings.UPLOAD_MB_PER_DAY * MEGABYTE,
  publicUrl: settings.PUBLIC_URL ?? '',
  fonts: settings.FONT_FOLDER ?? null,
  fonds: settings.FONDS ?? null,
  demoDoor: settings.DEMO_DOOR ?? null,
  converter: originalConverter(settings, process.env['PATH']),
  logKeys: () => logKeysFrom(settings.LOG_PUBLIC_KEY_FILE, witnessing),
  receipts: receiptSigner(settings.RECEIPT_KEY_FILE, settings.LOG_ORIGIN),
});

/** What the application is made of. */
export interface ApiParts {
  readonly means: Means;
  readonly log: Logger;
  readonly settings: Settings;
  readonly tracer?: Tracer | undefined;
}

/**
 * The application, ready to listen, and what it counts. Guards are bound to handlers, so that no spelling of a path gets
 * around them: is it ours, is there room, who is it.
 */
export async function createApi({
  means,
  log,
  settings,
  tracer,
}: ApiParts): Promise<{ readonly app: NestExpressApplication; readonly metrics: HttpMetrics }> {
  const rules = sessionRules(settings);
  const counts = new Map<string, number>();
  const admission = new Admission(admissionCapacities(settings));
  const metrics = new HttpMetrics();
  showGauges(metrics, { admission, counts, ledger: means.ledger });
  const module = ApiModule.with({ means, log, rules, counts, ...chosenIn(settings, means) });
  const app = await NestFactory.create<NestExpressApplication>(module, {
    logger: nestLog(log),
    bodyParser: false,
    forceCloseConnections: true,
  });
  configure(app, settings);
  standAtDoor(app.getHttpServer(), { admission, counts, headers: headersOf(rules.secure) });
  app.use(requestContext(log, metrics, tracer), securityHeaders(rules.secure));
  app.useBodyParser('json', { limit: LARGEST_BODY, reviver: refusingPrototypes });
  app.useGlobalFilters(new ProblemFilter(log, counts));
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalGuards(
    new UntracedGuard(),
    new WriteGuard(settings.PUBLIC_URL),
    new AdmissionGuard(admission, AGAIN_SECONDS),
    new SessionGuard(means.ledger, rules),
  );
  app.useGlobalInterceptors(
    new EtagInterceptor(),
    new StandardSchemaSerializerInterceptor(app.get(Reflector)),
  );
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
  });
  return { app, metrics };
}

function configure(app: NestExpressApplication, settings: Settings): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('case sensitive routing', true);
  // Nobody else is believed about where a request comes from.
  app.set('trust proxy', settings.PROXY_ADDRESSES?.split(',') ?? false);
  limitConnections(app.getHttpServer(), settings);
}
