import { Id, KeptText, LeafHash, NewText, Problem } from '@mouding/contract';
import { citedText, Reading, Who, type KeepText, type Visitor } from '@mouding/shell';
import { Body, Controller, Get, Header, Headers, Inject, Param, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiDefaultResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { kindOf, Plural } from '../plural.ts';
import { KEEP_TEXT } from '../tokens.ts';

@ApiTags('texts')
@ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
@Controller('v1')
export class TextsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(KEEP_TEXT) private readonly keepText: KeepText,
  ) {}

  @Post('texts')
  @ApiOperation({ operationId: 'keepText', summary: '上传文稿（纯文本或 Markdown）；先收存，后引用' })
  @ApiCreatedResponse({ standardSchema: KeptText })
  async keep(@Who() who: Visitor, @Body({ schema: NewText }) { content }: NewText): Promise<KeptText> {
    const { hash, bytes, received } = await this.keepText(who, content);
    return { ref: { scheme: 'blob-sha256@1', hash }, bytes, received };
  }

  @Get(':resource/:id/texts/:hash')
  @ApiOperation({ operationId: 'getText', summary: '文稿原文：只给出该事项引用、且您可见的' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('Content-Type', 'text/plain; charset=utf-8')
  async text(
    @Who() who: Visitor,
    @Param('resource', { schema: Plural }) plural: string,
    @Param('id', { schema: Id }) id: string,
    @Param('hash', { schema: LeafHash }) hash: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const content = await this.reading.as(who, (reader) => citedText(reader, kindOf(plural), id, hash));
    response.setHeader('ETag', `"${hash}"`);
    if (known !== `"${hash}"`) return content;
    response.status(304);
    return '';
  }
}
