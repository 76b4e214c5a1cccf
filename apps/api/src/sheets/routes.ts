import { Admit, asAttachment, Bytes } from '@mouding/shell';
import { applyDecorators, Get, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  type ApiQueryOptions,
} from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A route that gives an .xlsx out, to be filled in elsewhere. @param query its one query parameter, where it has one */
export const SheetOut = (
  path: string,
  operationId: string,
  summary: string,
  query?: ApiQueryOptions,
): MethodDecorator =>
  applyDecorators(
    Admit('export'),
    Get(path),
    ApiOperation({ operationId, summary }),
    ...(query ? [ApiQuery(query)] : []),
    ApiProduces(XLSX),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );

/** A route that looks at a filled .xlsx and answers what stands in its cells; nothing is recorded. */
export const SheetBack = (
  path: string,
  schema: z.ZodType,
  operationId: string,
  summary: string,
): MethodDecorator =>
  applyDecorators(
    Post(path),
    Bytes(),
    HttpCode(200),
    ApiOperation({ operationId, summary }),
    ApiConsumes('application/octet-stream'),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
    SerializeOptions({ schema }),
    ApiOkResponse({ standardSchema: schema }),
  );

/** Sends a workbook under its name. */
export const sendSheet = (response: Response, name: string, bytes: Uint8Array): void => {
  response
    .status(200)
    .setHeader('Content-Type', XLSX)
    .setHeader('Content-Disposition', asAttachment(`${name}.xlsx`))
    .end(bytes);
};
