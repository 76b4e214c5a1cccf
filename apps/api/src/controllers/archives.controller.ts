import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Id, Problem } from '@mouding/contract';
import { zipFlow } from '@mouding/documents';
import {
  Admit,
  asAttachment,
  caseArchive,
  RECEIPTS,
  type ReceiptSigner,
  Reading,
  Who,
  type BundleTools,
  type LogKeys,
  type Press,
  type Visitor,
} from '@mouding/shell';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiDefaultResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { BUNDLE_TOOLS, FONDS, LOG_KEYS, PRESS, PUBLIC_ADDRESS } from '../tokens.ts';

/** What a browser may do with it: nothing but save it. */
const SANDBOX = "sandbox; default-src 'none'";

/** 归档包 of cases. Making one is a read and changes nothing. */
@ApiTags('cases')
@ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
@Controller('v1/cases')
export class ArchivesController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(PRESS) private readonly press: Press,
    @Inject(PUBLIC_ADDRESS) private readonly address: string,
    @Inject(BUNDLE_TOOLS) private readonly tools: () => BundleTools,
    @Inject(LOG_KEYS) private readonly keys: () => LogKeys,
    @Inject(FONDS) private readonly fonds: string | null,
    @Inject(RECEIPTS) private readonly receipts: ReceiptSigner | null,
  ) {}

  /** Goes out while it is made: whoever stops reading stops the making. */
  @Admit('export')
  @Get(':id/archive')
  @ApiOperation({
    operationId: 'getArchive',
    summary: '归档包（.zip）：目录、文件、扫描件、核验数据与核验工具 · archive bundle with its checker',
  })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { press, address, fonds, receipts } = this;
    const [keys, tools] = [this.keys(), this.tools()];
    const { name, files } = await this.reading.as(who, (reader) =>
      caseArchive(reader, { id, press, address, keys, receipts, tools, fonds }),
    );
    response
      .status(200)
      .setHeader('Content-Type', 'application/zip')
      .setHeader('Content-Disposition', asAttachment(name))
      .setHeader('Content-Security-Policy', SANDBOX);
    await pipeline(Readable.from(zipFlow(files)), response);
  }
}
