import { Organisation } from '@mouding/contract';
import {
  Commands,
  organisation,
  Reading,
  Who,
  WhoAsks,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Sent } from '../routes.ts';

@ApiTags('org')
@Controller('v1/org')
export class OrgController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers('', Organisation, 'getOrganisation', '科室、岗位与议事决策机构')
  get(@Who() who: Visitor): Promise<Organisation> {
    return this.reading.as(who, organisation);
  }

  @Act('org.create-department', 'commands/create-department')
  createDepartment(@WhoAsks() asked: Asked, @Sent('org.create-department') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.create-department', asked.institution, body);
  }

  @Act('org.create-post', 'commands/create-post')
  createPost(@WhoAsks() asked: Asked, @Sent('org.create-post') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.create-post', asked.institution, body);
  }

  @Act('org.fill-post', 'commands/fill-post')
  fillPost(@WhoAsks() asked: Asked, @Sent('org.fill-post') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.fill-post', asked.institution, body);
  }

  @Act('org.vacate-post', 'commands/vacate-post')
  vacatePost(@WhoAsks() asked: Asked, @Sent('org.vacate-post') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.vacate-post', asked.institution, body);
  }

  @Act('org.form-body', 'commands/form-body')
  formBody(@WhoAsks() asked: Asked, @Sent('org.form-body') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.form-body', asked.institution, body);
  }

  @Act('org.set-holidays', 'commands/set-holidays')
  setHolidays(@WhoAsks() asked: Asked, @Sent('org.set-holidays') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.set-holidays', asked.institution, body);
  }

  @Act('org.set-security', 'commands/set-security')
  setSecurity(@WhoAsks() asked: Asked, @Sent('org.set-security') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.set-security', asked.institution, body);
  }

  @Act('org.move-clock', 'commands/move-clock')
  moveClock(@WhoAsks() asked: Asked, @Sent('org.move-clock') body: unknown): Promise<Answered> {
    return this.commands.moveClock(asked, body);
  }
}
