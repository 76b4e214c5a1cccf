import { ClausesQuery, DraftPreview, Id, Problem, RedlineQuery, ReturnedDraft } from '@mouding/contract';
import {
  Admit,
  asAttachment,
  cleanFile,
  draftFile,
  draftPreview,
  type OriginalConverter,
  PAPER_MEDIA,
  Reading,
  redlineFile,
  Who,
  type DraftFile,
  type Visitor,
} from '@mouding/shell';
import { applyDecorators, Body, Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import {
  ApiDefaultResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { Asks } from '../routes.ts';
import { CONVERTER } from '../tokens.ts';

/** What a browser may do with such a file: nothing but save it. */
const SANDBOX = "sandbox; default-src 'none'";

/** A route that answers with a Word file. */
const WordFile = (
  path: string,
  operationId: string,
  summary: string,
  query: readonly string[],
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
        description:
          name === 'since'
            ? '与哪一稿比较（内容标识）· the text that it is compared with'
            : '哪一稿（内容标识）；缺省为现稿 · which version; the one of now by default',
      }),
    ),
  );

/** A manuscript as Word files: out to be edited and back, clean, and red-lined. Reading them changes nothing. */
@ApiTags('manuscripts')
@ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
@Controller('v1/manuscripts')
export class DraftsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(CONVERTER) private readonly converter: OriginalConverter,
  ) {}

  @WordFile(':id/draft.docx', 'exportDraft', '导出统稿：在 Word、WPS 中修改后可回收', ['text'])
  async draft(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ClausesQuery }) { text }: ClausesQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    send(await this.reading.as(who, (reader) => draftFile(reader, id, text)), known, response);
  }

  @WordFile(':id/clean.docx', 'exportClean', '清洁稿', ['text'])
  async clean(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ClausesQuery }) { text }: ClausesQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    send(await this.reading.as(who, (reader) => cleanFile(reader, id, text)), known, response);
  }

  @WordFile(':id/redline.docx', 'exportRedline', '花脸稿：与另一稿相比的修改，为 Word 修订', [
    'since',
    'text',
  ])
  async redline(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: RedlineQuery }) query: RedlineQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    send(await this.reading.as(who, (reader) => redlineFile(reader, id, query)), known, response);
  }

  @Asks(
    'post',
    ':id/draft',
    DraftPreview,
    'previewDraft',
    '回收统稿（预览，不作记录）：改过的 Word 文件成为逐条修改',
  )
  preview(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReturnedDraft }) draft: ReturnedDraft,
  ): Promise<DraftPreview> {
    return this.reading.as(who, (reader) => draftPreview(reader, id, draft, this.converter));
  }
}

function send({ bytes, name, tag }: DraftFile, known: string | undefined, response: Response): void {
  response.setHeader('ETag', tag);
  if (known === tag) return void response.status(304).end();
  response
    .status(200)
    .setHeader('Content-Type', PAPER_MEDIA.docx)
    .setHeader('Content-Disposition', asAttachment(name))
    .setHeader('Content-Security-Policy', SANDBOX)
    .end(bytes);
}
