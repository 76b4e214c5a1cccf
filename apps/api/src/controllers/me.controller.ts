import { ContactView, Me, NewContact, ObligationPage, PageQuery } from '@mouding/contract';
import {
  BeforePasswordChange,
  me,
  myContact,
  myObligations,
  Reading,
  setMyContact,
  Who,
  type Visitor,
} from '@mouding/shell';
import { Body, Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Asks } from '../routes.ts';

@ApiTags('me')
@Controller('v1')
export class MeController {
  constructor(@Inject(Reading) private readonly reading: Reading) {}

  @BeforePasswordChange()
  @Answers('me', Me, 'getMe', '当前登录人及其身份')
  me(@Who() who: Visitor): Promise<Me> {
    return this.reading.as(who, me);
  }

  @Answers('obligations', ObligationPage, 'listObligations', '我的待办，逾期在前', PageQuery)
  obligations(@Who() who: Visitor, @Query({ schema: PageQuery }) query: PageQuery): Promise<ObligationPage> {
    return this.reading.as(who, (reader) => myObligations(reader, query));
  }

  @Answers('me/contact', ContactView, 'getMyContact', '我的联系方式')
  contact(@Who() who: Visitor): Promise<ContactView> {
    return this.reading.as(who, myContact);
  }

  @Asks('put', 'me/contact', ContactView, 'setMyContact', '登记或清除我的联系方式；不进入办理记录')
  setContact(@Who() who: Visitor, @Body({ schema: NewContact }) body: NewContact): Promise<ContactView> {
    return this.reading.as(who, (reader) => setMyContact(reader, body));
  }
}
