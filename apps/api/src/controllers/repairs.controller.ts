import { Id, RepairPreview, RepairPreviewWish, resourceOf, type Resource } from '@mouding/contract';
import {
  Commands,
  Reading,
  repairPreview,
  resource,
  Who,
  WhoAsks,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Asks, Make, Sent } from '../routes.ts';

@ApiTags('repairs')
@Controller('v1/repairs')
export class RepairsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Make('repair.propose')
  propose(@WhoAsks() asked: Asked, @Sent('repair.propose') body: unknown): Promise<Answered> {
    return this.commands.make(asked, 'repair.propose', body);
  }

  @Asks('post', 'preview', RepairPreview, 'previewRepair', '双人复核更正的预览；不进入办理记录')
  preview(
    @Who() who: Visitor,
    @Body({ schema: RepairPreviewWish }) body: RepairPreviewWish,
  ): Promise<RepairPreview> {
    return this.reading.as(who, (reader) => repairPreview(reader, body));
  }

  @Answers(':id', resourceOf('repair'), 'getRepair', '双人复核更正')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'repair', id));
  }

  @Act('repair.confirm')
  confirm(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('repair.confirm') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'repair.confirm', id, body);
  }
}
