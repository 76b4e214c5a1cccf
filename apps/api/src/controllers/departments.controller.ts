import { OrgPreview, OrgPreviewWish, UnheldList } from '@mouding/contract';
import {
  Commands,
  orgPreview,
  Reading,
  unheldList,
  Who,
  WhoAsks,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Body, Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Asks, Sent } from '../routes.ts';

/** 科室更名、合并、拆分、撤销, their preview, and what nobody handles. */
@ApiTags('org')
@Controller('v1/org')
export class DepartmentsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers('unheld', UnheldList, 'listUnheld', '无人办理的事项及补救办法')
  unheld(@Who() who: Visitor): Promise<UnheldList> {
    return this.reading.as(who, unheldList);
  }

  @Asks('post', 'preview', OrgPreview, 'previewOrg', '任免、委托、科室调整的预览；不进入办理记录')
  preview(@Who() who: Visitor, @Body({ schema: OrgPreviewWish }) body: OrgPreviewWish): Promise<OrgPreview> {
    return this.reading.as(who, (reader) => orgPreview(reader, body));
  }

  @Act('org.rename-department', 'commands/rename-department')
  renameDepartment(@WhoAsks() asked: Asked, @Sent('org.rename-department') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.rename-department', asked.institution, body);
  }

  @Act('org.merge-departments', 'commands/merge-departments')
  mergeDepartments(@WhoAsks() asked: Asked, @Sent('org.merge-departments') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.merge-departments', asked.institution, body);
  }

  @Act('org.split-department', 'commands/split-department')
  splitDepartment(@WhoAsks() asked: Asked, @Sent('org.split-department') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.split-department', asked.institution, body);
  }

  @Act('org.close-department', 'commands/close-department')
  closeDepartment(@WhoAsks() asked: Asked, @Sent('org.close-department') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.close-department', asked.institution, body);
  }
}
