import { Id, PageQuery, ProcedurePage, PublishedProcedure } from '@mouding/contract';
import {
  Commands,
  procedure,
  procedures,
  Reading,
  Who,
  WhoAsks,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers, Make, Sent } from '../routes.ts';

const Wanted = z.strictObject({ version: z.coerce.number().int().positive().optional() });

@ApiTags('procedures')
@Controller('v1/procedures')
export class ProceduresController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers('', ProcedurePage, 'listProcedures', '编制程序', PageQuery)
  list(@Who() who: Visitor, @Query({ schema: PageQuery }) query: PageQuery): Promise<ProcedurePage> {
    return this.reading.as(who, (reader) => procedures(reader, query));
  }

  @Make('procedure.publish')
  publish(@WhoAsks() asked: Asked, @Sent('procedure.publish') body: unknown): Promise<Answered> {
    return this.commands.make(asked, 'procedure.publish', body);
  }

  @Answers(':id', PublishedProcedure, 'getProcedure', '编制程序的一个版本', Wanted)
  get(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Wanted }) { version }: z.infer<typeof Wanted>,
  ): Promise<PublishedProcedure> {
    return this.reading.as(who, (reader) => procedure(reader, id, version));
  }
}
