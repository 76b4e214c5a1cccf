import {
  DiffQuery,
  Id,
  MigrationPreview,
  MigrationQuery,
  PageQuery,
  ProcedureDiff,
  ProcedurePage,
  PublishedProcedure,
  RollBack,
  RollBackQuery,
} from '@mouding/contract';
import {
  Commands,
  migration,
  procedure,
  procedureDiff,
  procedures,
  Reading,
  rollBack,
  Who,
  WhoAsks,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Act, Answers, Make, Sent } from '../routes.ts';

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

  @Answers(':id/diff', ProcedureDiff, 'diffProcedure', '两个版本的不同', DiffQuery)
  diff(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: DiffQuery }) query: z.infer<typeof DiffQuery>,
  ): Promise<ProcedureDiff> {
    return this.reading.as(who, (reader) => procedureDiff(reader, id, query));
  }

  @Answers(':id/migration', MigrationPreview, 'previewMigration', '换版预览', MigrationQuery)
  migration(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: MigrationQuery }) query: MigrationQuery,
  ): Promise<MigrationPreview> {
    return this.reading.as(who, (reader) => migration(reader, id, query));
  }

  @Answers(':id/roll-back', RollBack, 'previewRollBack', '撤回换版预览', RollBackQuery)
  rollBack(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: RollBackQuery }) { cases }: z.infer<typeof RollBackQuery>,
  ): Promise<RollBack> {
    return this.reading.as(who, (reader) => rollBack(reader, id, cases.split(',')));
  }

  @Act('procedure.migrate')
  migrate(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('procedure.migrate') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'procedure.migrate', id, body);
  }

  @Act('procedure.roll-back')
  takeBack(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('procedure.roll-back') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'procedure.roll-back', id, body);
  }
}
