import { Delegations } from '@mouding/contract';
import {
  Commands,
  myDelegations,
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

/** 任期、主持工作和委托. */
@ApiTags('org')
@Controller('v1')
export class AppointmentsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers('me/delegations', Delegations, 'listMyDelegations', '我委托的和受托办理的')
  delegations(@Who() who: Visitor): Promise<Delegations> {
    return this.reading.as(who, myDelegations);
  }

  @Act('org.renew-term', 'org/commands/renew-term')
  renewTerm(@WhoAsks() asked: Asked, @Sent('org.renew-term') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.renew-term', asked.institution, body);
  }

  @Act('org.appoint-acting', 'org/commands/appoint-acting')
  appointActing(@WhoAsks() asked: Asked, @Sent('org.appoint-acting') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.appoint-acting', asked.institution, body);
  }

  @Act('org.end-acting', 'org/commands/end-acting')
  endActing(@WhoAsks() asked: Asked, @Sent('org.end-acting') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.end-acting', asked.institution, body);
  }

  @Act('org.name-aide', 'org/commands/name-aide')
  nameAide(@WhoAsks() asked: Asked, @Sent('org.name-aide') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.name-aide', asked.institution, body);
  }

  @Act('org.confirm-aide', 'org/commands/confirm-aide')
  confirmAide(@WhoAsks() asked: Asked, @Sent('org.confirm-aide') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.confirm-aide', asked.institution, body);
  }

  @Act('org.end-aide', 'org/commands/end-aide')
  endAide(@WhoAsks() asked: Asked, @Sent('org.end-aide') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.end-aide', asked.institution, body);
  }

  @Act('org.delegate', 'org/commands/delegate')
  delegate(@WhoAsks() asked: Asked, @Sent('org.delegate') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.delegate', asked.institution, body);
  }

  @Act('org.revoke-delegation', 'org/commands/revoke-delegation')
  revokeDelegation(@WhoAsks() asked: Asked, @Sent('org.revoke-delegation') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.revoke-delegation', asked.institution, body);
  }

  @Act('org.see-delegated-acts', 'org/commands/see-delegated-acts')
  seeDelegatedActs(
    @WhoAsks() asked: Asked,
    @Sent('org.see-delegated-acts') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'org.see-delegated-acts', asked.institution, body);
  }

  @Act('org.confirm-dated', 'org/commands/confirm-dated')
  confirmDated(@WhoAsks() asked: Asked, @Sent('org.confirm-dated') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.confirm-dated', asked.institution, body);
  }

  @Act('org.withdraw-planned', 'org/commands/withdraw-planned')
  withdrawPlanned(@WhoAsks() asked: Asked, @Sent('org.withdraw-planned') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.withdraw-planned', asked.institution, body);
  }
}
