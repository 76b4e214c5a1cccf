import { Me, ObligationPage, PageQuery } from '@mouding/contract';
import { me, myObligations, Reading, Who, type Visitor } from '@mouding/shell';
import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../routes.ts';

@ApiTags('me')
@Controller('v1')
export class MeController {
  constructor(@Inject(Reading) private readonly reading: Reading) {}

  @Answers('me', Me, 'getMe', '当前登录人及其身份')
  me(@Who() who: Visitor): Promise<Me> {
    return this.reading.as(who, me);
  }

  @Answers('obligations', ObligationPage, 'listObligations', '我的待办，逾期在前', PageQuery)
  obligations(@Who() who: Visitor, @Query({ schema: PageQuery }) query: PageQuery): Promise<ObligationPage> {
    return this.reading.as(who, (reader) => myObligations(reader, query));
  }
}
