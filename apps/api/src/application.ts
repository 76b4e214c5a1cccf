import {
  ContractPipe,
  EtagInterceptor,
  nestLog,
  ProblemFilter,
  SessionGuard,
  WriteGuard,
  type Means,
} from '@mouding/shell';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { Logger } from 'pino';
import { ApiModule } from './api.module.ts';
import { describeApi } from './document.ts';
import { securityHeaders } from './security-headers.ts';

const LARGEST_BODY = '2mb';

const PROTOTYPES = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys that no schema names but that could reach a prototype: refused, not dropped in silence. */
function refusingPrototypes(key: string, value: unknown): unknown {
  if (!PROTOTYPES.has(key)) return value;
  throw new SyntaxError(`the key ${key} is not accepted`);
}

/** The application, ready to listen. Guards are bound to handlers, so that no spelling of a path gets around them. */
export async function createApi(
  means: Means,
  log: Logger,
  publicUrl: string | undefined,
): Promise<NestExpressApplication> {
  const secure = publicUrl?.startsWith('https:') ?? false;
  const counts = new Map<string, number>();
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(means, log, secure, counts), {
    logger: nestLog(log),
    bodyParser: false,
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('case sensitive routing', true);
  app.use(securityHeaders);
  app.useBodyParser('json', { limit: LARGEST_BODY, reviver: refusingPrototypes });
  app.useGlobalFilters(new ProblemFilter(log, counts));
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalGuards(new WriteGuard(publicUrl), new SessionGuard(means.ledger));
  app.useGlobalInterceptors(
    new EtagInterceptor(),
    new StandardSchemaSerializerInterceptor(app.get(Reflector)),
  );
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
  });
  return app;
}
