import { Problem } from '@mouding/contract';
import { parametersOf } from '@mouding/shell';
import { applyDecorators, Get, SerializeOptions } from '@nestjs/common';
import { ApiDefaultResponse, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { z } from 'zod';
import { Under, type AuditAction, type Reach } from './reach.ts';

export const Failures = ApiDefaultResponse({
  standardSchema: Problem,
  description: 'application/problem+json',
});

interface Described {
  readonly operationId: string;
  readonly summary: string;
  /** Of the query parameters. */
  readonly query?: z.ZodObject;
}

/** A route that answers a question; the schema is also the allow-list of what goes out. */
export const Reads = (
  path: string,
  reach: Reach,
  schema: z.ZodType,
  { operationId, summary, query = z.object({}) }: Described,
): MethodDecorator =>
  applyDecorators(
    ...parametersOf(query),
    Get(path),
    Under(reach),
    ApiOperation({ operationId, summary }),
    SerializeOptions({ schema }),
    ApiOkResponse({ standardSchema: schema }),
    Failures,
  );

/** A route that answers with a file. */
export const Files = (
  path: string,
  reach: Reach,
  media: readonly string[],
  { operationId, summary, query = z.object({}) }: Described,
  action: AuditAction = 'export',
): MethodDecorator =>
  applyDecorators(
    ...parametersOf(query),
    Get(path),
    Under(reach, action),
    ApiOperation({ operationId, summary }),
    ApiProduces(...media),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
    Failures,
  );
