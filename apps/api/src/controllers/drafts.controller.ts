import { ClausesQuery, DraftPreview, Id, Problem, ReturnedDraft } from '@mouding/contract';
import {
  cleanFile,
  draftFile,
  draftPreview,
  type OriginalConverter,
  Reading,
  Who,
  type Visitor,
} from '@mouding/shell';
import { Body, Controller, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiDefaultResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Asks } from '../routes.ts';
import { CONVERTER } from '../tokens.ts';
import { sendWord, WordFile } from '../word-file.ts';

/** A manuscript as Word files: out to be edited and back, and clean. Reading them changes nothing. */
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
    sendWord(await this.reading.as(who, (reader) => draftFile(reader, id, text)), known, response);
  }

  @WordFile(':id/clean.docx', 'exportClean', '清洁稿', ['text'])
  async clean(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ClausesQuery }) { text }: ClausesQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    sendWord(await this.reading.as(who, (reader) => cleanFile(reader, id, text)), known, response);
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
