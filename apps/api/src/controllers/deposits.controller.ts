import { DepositCode, Id, Problem, resourceOf, type Resource } from '@mouding/contract';
import {
  Commands,
  drawDepositCode,
  Reading,
  resource,
  Who,
  WhoAsks,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Controller, Header, Inject, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiDefaultResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act, Answers, Make, Sent } from '../routes.ts';

@ApiTags('deposits')
@Controller('v1/deposits')
export class DepositsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Make('deposit.issue')
  issue(@WhoAsks() asked: Asked, @Sent('deposit.issue') body: unknown): Promise<Answered> {
    return this.commands.make(asked, 'deposit.issue', body);
  }

  @Answers(':id', resourceOf('deposit'), 'getDeposit', '报送码')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'deposit', id));
  }

  @Post(':id/code')
  @Header('Cache-Control', 'no-store')
  @SerializeOptions({ schema: DepositCode })
  @ApiOperation({
    operationId: 'drawDepositCode',
    summary: '生成报送码的链接；再次生成则前一个失效 · draws the secret; the one before is dead',
  })
  @ApiCreatedResponse({ standardSchema: DepositCode })
  @ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
  code(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<DepositCode> {
    return this.reading.as(who, (reader) => drawDepositCode(reader, id));
  }

  @Act('deposit.revoke')
  revoke(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('deposit.revoke') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'deposit.revoke', id, body);
  }

  @Act('deposit.hand-in')
  handIn(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('deposit.hand-in') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'deposit.hand-in', id, body);
  }

  @Act('deposit.reject')
  reject(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('deposit.reject') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'deposit.reject', id, body);
  }
}
