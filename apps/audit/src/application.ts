import {
  AuditSessions,
  ContractPipe,
  HttpMetrics,
  nestLog,
  ProblemFilter,
  requestContext,
  WriteGuard,
  type openLog,
  type Settings,
} from '@mouding/shell';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { AuditGuard } from './audit-guard.ts';
import { AuditModule } from './audit.module.ts';
import { describeAudit } from './document.ts';
import type { AuditParts } from './tokens.ts';

const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** The application, ready to listen. Guards are bound to handlers, so that no spelling of a path gets around them. */
export async function createAudit(
  parts: AuditParts,
  log: ReturnType<typeof openLog>,
  settings: Settings,
): Promise<NestExpressApplication> {
  const sessions = new AuditSessions(parts);
  const app = await NestFactory.create<NestExpressApplication>(AuditModule.with(parts, sessions), {
    logger: nestLog(log),
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  app.set('case sensitive routing', true);
  app.set('trust proxy', settings.PROXY_ADDRESSES?.split(',') ?? false);
  app.use(requestContext(log, new HttpMetrics(), undefined), headers);
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalGuards(
    new WriteGuard(settings.AUDIT_PUBLIC_URL ?? settings.PUBLIC_URL),
    new AuditGuard(parts, sessions),
  );
  app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(app.get(Reflector)));
  SwaggerModule.setup('api/docs', app, () => describeAudit(app), {
    ui: false,
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
  });
  return app;
}

function headers(_: Request, response: Response, next: NextFunction): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  next();
}
