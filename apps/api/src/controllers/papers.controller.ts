import {
  Id,
  PagesQuery,
  PaperFile,
  PaperFormat,
  PaperKey,
  PaperList,
  PaperPages,
  Problem,
} from '@mouding/contract';
import {
  Admit,
  asAttachment,
  paperFile,
  paperList,
  paperOf,
  paperPages,
  PAPER_MEDIA,
  paperTag,
  Reading,
  Who,
  type Press,
  type Visitor,
} from '@mouding/shell';
import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiDefaultResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { kindOf, Plural } from '../plural.ts';
import { Answers } from '../routes.ts';
import { PRESS, PUBLIC_ADDRESS } from '../tokens.ts';

/** What a browser may do with a paper: nothing but save it. */
const SANDBOX = "sandbox; default-src 'none'";

/** Papers of things: which there are, and each as a file. Printing is a read and changes nothing. */
@ApiTags('papers')
@ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
@Controller('v1')
export class PapersController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(PRESS) private readonly press: Press,
    @Inject(PUBLIC_ADDRESS) private readonly address: string,
  ) {}

  @Answers(':resource/:id/papers', PaperList, 'listPapers', '可打印、导出的文件')
  list(
    @Who() who: Visitor,
    @Param('resource', { schema: Plural }) plural: string,
    @Param('id', { schema: Id }) id: string,
  ): Promise<PaperList> {
    return this.reading.as(who, (reader) => paperList(reader, kindOf(plural), id));
  }

  @Admit('export')
  @Get(':resource/:id/papers/:file')
  @ApiOperation({ operationId: 'getPaper', summary: '打印、导出文件（.docx、.pdf，表格另有 .xlsx、.csv）' })
  @ApiProduces(...Object.values(PAPER_MEDIA))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Who() who: Visitor,
    @Param('resource', { schema: Plural }) plural: string,
    @Param('id', { schema: Id }) id: string,
    @Param('file', { schema: PaperFile }) file: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const [key = '', ending] = file.split('.');
    const format = PaperFormat.parse(ending);
    const paper = await this.reading.as(who, (reader) =>
      paperOf(reader, { kind: kindOf(plural), id, key, address: this.address }),
    );
    const tag = paperTag(paper, format);
    response.setHeader('ETag', tag);
    if (known === tag) return void response.status(304).end();
    const bytes = await paperFile(paper, format, this.press);
    response
      .status(200)
      .setHeader('Content-Type', PAPER_MEDIA[format])
      .setHeader('Content-Disposition', asAttachment(`${paper.name}.${format}`))
      .setHeader('Content-Security-Policy', SANDBOX)
      .end(bytes);
  }

  @Admit('export')
  @Answers(':resource/:id/papers/:paper/pages', PaperPages, 'getPaperPages', '文件的页面图样，供预览')
  async pages(
    @Who() who: Visitor,
    @Param('resource', { schema: Plural }) plural: string,
    @Param('id', { schema: Id }) id: string,
    @Param('paper', { schema: PaperKey }) key: string,
    @Query({ schema: PagesQuery }) { from }: PagesQuery,
  ): Promise<PaperPages> {
    const paper = await this.reading.as(who, (reader) =>
      paperOf(reader, { kind: kindOf(plural), id, key, address: this.address }),
    );
    return paperPages(paper, from, this.press);
  }
}
