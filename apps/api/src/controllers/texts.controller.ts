import {
  BroughtWord,
  Id,
  KeptText,
  LeafHash,
  NewText,
  PastedText,
  Problem,
  TreeChanges,
  TreeChangesQuery,
  TreeView,
} from '@mouding/contract';
import {
  broughtFile,
  citedText,
  citedTree,
  ProblemError,
  Reading,
  treeChanges,
  Who,
  type KeepPasted,
  type KeepText,
  type KeepWord,
  type Visitor,
} from '@mouding/shell';
import { Body, Controller, Get, Header, Headers, Inject, Param, Post, Query, Res } from '@nestjs/common';
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
import { Answers } from '../routes.ts';
import { KEEP_PASTED, KEEP_TEXT, KEEP_WORD } from '../tokens.ts';

/** The largest Word file that is read while somebody waits. */
const MOST_BYTES = 20_000_000;

@ApiTags('texts')
@ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
@Controller('v1')
export class TextsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(KEEP_TEXT) private readonly keepText: KeepText,
    @Inject(KEEP_PASTED) private readonly keepPasted: KeepPasted,
    @Inject(KEEP_WORD) private readonly keepWord: KeepWord,
  ) {}

  @Post('texts')
  @ApiOperation({ operationId: 'keepText', summary: '上传文稿（纯文本或 Markdown）；先收存，后引用' })
  @ApiCreatedResponse({ standardSchema: KeptText })
  async keep(@Who() who: Visitor, @Body({ schema: NewText }) { content }: NewText): Promise<KeptText> {
    const { hash, bytes, received } = await this.keepText(who, content);
    return { ref: { scheme: 'blob-sha256@1', hash }, bytes, received };
  }

  @Post('texts/pasted')
  @ApiOperation({ operationId: 'keepPastedText', summary: '收存从 Word、WPS 粘贴的内容；先收存，后引用' })
  @ApiCreatedResponse({ standardSchema: KeptText })
  async pasted(@Who() who: Visitor, @Body({ schema: PastedText }) { html }: PastedText): Promise<KeptText> {
    const { hash, bytes, received } = await this.keepPasted(who, html);
    return { ref: { scheme: 'tree@1', hash }, bytes, received };
  }

  @Post('texts/word')
  @ApiOperation({ operationId: 'keepWordText', summary: '收存已上传的 Word 文件中的文稿（修订按接受）' })
  @ApiCreatedResponse({ standardSchema: KeptText })
  async word(@Who() who: Visitor, @Body({ schema: BroughtWord }) { file }: BroughtWord): Promise<KeptText> {
    const brought = await this.reading.as(who, (reader) => broughtFile(reader, file.hash, MOST_BYTES));
    if (!brought) throw new ProblemError('too-large');
    const { hash, bytes, received } = await this.keepWord(who, brought);
    return { ref: { scheme: 'tree@1', hash }, bytes, received };
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

  @Answers(':resource/:id/trees/:root', TreeView, 'getTree', '条目化文稿：只给出该事项引用、且您可见的')
  tree(
    @Who() who: Visitor,
    @Param('resource', { schema: Plural }) plural: string,
    @Param('id', { schema: Id }) id: string,
    @Param('root', { schema: LeafHash }) root: string,
  ): Promise<TreeView> {
    return this.reading.as(who, async (reader) => {
      const { nodes, ...tree } = await citedTree(reader, kindOf(plural), id, root);
      return { ...tree, nodes: nodes.map((node) => ({ ...node })) };
    });
  }

  @Answers(
    ':resource/:id/trees/:root/changes',
    TreeChanges,
    'getTreeChanges',
    '两稿之间有变化的条目及其位置',
    TreeChangesQuery,
  )
  changes(
    @Who() who: Visitor,
    @Param('resource', { schema: Plural }) plural: string,
    @Param('id', { schema: Id }) id: string,
    @Param('root', { schema: LeafHash }) root: string,
    @Query({ schema: TreeChangesQuery }) { since }: TreeChangesQuery,
  ): Promise<TreeChanges> {
    return this.reading.as(who, (reader) => treeChanges(reader, kindOf(plural), id, { root, since }));
  }
}
