import { Admit, asAttachment, PAPER_MEDIA, type DraftFile } from '@mouding/shell';
import { applyDecorators, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery } from '@nestjs/swagger';
import type { Response } from 'express';

/** What a browser may do with such a file: nothing but save it. */
const SANDBOX = "sandbox; default-src 'none'";

const VERSIONS = {
  since: '与哪一稿比较（内容标识）· the text that it is compared with',
  text: '哪一稿（内容标识）；缺省为现稿 · which version; the one of now by default',
} as const;

/** A route that answers with a Word file. @param query which versions it asks for */
export const WordFile = (
  path: string,
  operationId: string,
  summary: string,
  query: readonly (keyof typeof VERSIONS)[],
): MethodDecorator =>
  applyDecorators(
    Admit('export'),
    Get(path),
    ApiOperation({ operationId, summary }),
    ApiProduces(PAPER_MEDIA.docx),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
    ...query.map((name) =>
      ApiQuery({
        name,
        required: name === 'since',
        schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        description: VERSIONS[name],
      }),
    ),
  );

/** Sends the file under its name, or says that it is the one that is known. */
export function sendWord(
  { bytes, name, tag }: DraftFile,
  known: string | undefined,
  response: Response,
): void {
  response.setHeader('ETag', tag);
  if (known === tag) return void response.status(304).end();
  response
    .status(200)
    .setHeader('Content-Type', PAPER_MEDIA.docx)
    .setHeader('Content-Disposition', asAttachment(name))
    .setHeader('Content-Security-Policy', SANDBOX)
    .end(bytes);
}
