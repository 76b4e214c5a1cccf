import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Id, KeptFile, LeafHash, Problem } from '@mouding/contract';
import {
  Admit,
  asAttachment,
  citedFile,
  fileNameOf,
  MEANS,
  Reading,
  Who,
  type Means,
  type Receive,
  type Visitor,
} from '@mouding/shell';
import { Controller, Get, Headers, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiDefaultResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { kindOf, Plural } from '../plural.ts';
import { Receives } from '../routes.ts';
import { RECEIVE } from '../tokens.ts';

/** What a browser may do with an original: nothing but save it. */
const SANDBOX = "sandbox; default-src 'none'";

@ApiTags('files')
@ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
@Controller('v1')
export class FilesController {
  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(Reading) private readonly reading: Reading,
    @Inject(RECEIVE) private readonly receive: Receive,
  ) {}

  @Receives(
    'files',
    KeptFile,
    'keepFile',
    '上传原件（Word、扫描件、照片）；逐字节收存，全部到达之时为收到时间',
  )
  async keep(
    @Who() { institution, person }: Visitor,
    @Headers('file-name') name: string | undefined,
    @Headers('content-length') length: string | undefined,
    @Req() request: Request,
  ): Promise<KeptFile> {
    const { hash, ...kept } = await this.receive({
      institution,
      person,
      name: fileNameOf(name),
      bytes: request,
      length: length === undefined ? null : Number(length),
    });
    return { ref: { scheme: 'file-sha256@1', hash }, ...kept };
  }

  @Admit('export')
  @Get(':resource/:id/files/:hash')
  @ApiOperation({ operationId: 'getFile', summary: '原件：只给出该事项引用、且您可见的' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Who() who: Visitor,
    @Param('resource', { schema: Plural }) plural: string,
    @Param('id', { schema: Id }) id: string,
    @Param('hash', { schema: LeafHash }) hash: string,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, mediaType, name } = await this.reading.as(who, (reader) =>
      citedFile(reader, kindOf(plural), id, hash),
    );
    response
      .status(200)
      .setHeader('Content-Type', mediaType)
      .setHeader('Content-Length', bytes)
      .setHeader('Content-Disposition', asAttachment(name))
      .setHeader('Content-Security-Policy', SANDBOX)
      .setHeader('ETag', `"${hash}"`);
    await pipeline(Readable.from(this.means.ledger.fileParts(who.institution, hash)), response);
  }
}
