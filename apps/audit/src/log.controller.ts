import { Controller, Get, Header, Inject, Param, Req, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Ledger, StoredCheckpoint } from '@mouding/ledger';
import { checkpointFile, fileAt, ProblemError, type AuditScope, type Witnessing } from '@mouding/shell';
import type { Request } from 'express';
import { z } from 'zod';
import { Scope, Under } from './reach.ts';
import { PARTS, type AuditParts } from './tokens.ts';

const Id = z.uuid();
/** What never changes once it is there. */
const FOR_EVER = 'private, max-age=31536000, immutable';

/**
 * The tree over the record, in the form that other people's tools read; `/log/{institution}/` is the prefix of the log.
 * Entries tell who acts in which post, so that this is the auditor's like all of the record; who wants it in public
 * publishes the files of `mouding log export`.
 *
 * @source C2SP tlog-tiles
 */
@ApiTags('log')
@Controller('log')
export class LogController {
  private readonly ledger: Ledger;
  private readonly witnessing: Witnessing;

  constructor(@Inject(PARTS) { means, witnessing }: AuditParts) {
    this.ledger = means.ledger;
    this.witnessing = witnessing;
  }

  @Get(':institution/checkpoint')
  @Under('log')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async checkpoint(
    @Scope() scope: AuditScope,
    @Param('institution', { schema: Id }) id: string,
  ): Promise<string> {
    return checkpointFile(await this.newest(scope, id));
  }

  @Get(':institution/tile/*tile')
  @Under('log')
  @Header('Cache-Control', FOR_EVER)
  async tile(
    @Scope() scope: AuditScope,
    @Param('institution', { schema: Id }) id: string,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const checkpoint = await this.newest(scope, id);
    const from = { logs: this.ledger.treeLogs, institution: id };
    const bytes = await fileAt(from, checkpoint, request.path.slice(`/log/${id}/`.length));
    if (!bytes) throw new ProblemError('not-found');
    return new StreamableFile(bytes, { type: 'application/octet-stream' });
  }

  /** @throws ProblemError not-found, for the log of another institution too */
  private async newest({ reader }: AuditScope, id: string): Promise<StoredCheckpoint> {
    if (reader.visitor.institution !== id) throw new ProblemError('not-found');
    const newest = await this.ledger.treeLogs.newest(id, this.witnessing.required);
    if (!newest) throw new ProblemError('not-found');
    return newest;
  }
}
