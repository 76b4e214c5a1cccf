import {
  ContactView,
  DraftAbout,
  DraftToKeep,
  KeptDraft,
  Me,
  MyActPage,
  MyActsQuery,
  MyMessagePage,
  NewContact,
  ObligationPage,
  ObligationQuery,
  PageQuery,
} from '@mouding/contract';
import {
  BeforePasswordChange,
  keepMyDraft,
  me,
  myActs,
  myContact,
  myDraft,
  myMessages,
  myObligations,
  Reading,
  setMyContact,
  Who,
  type Visitor,
} from '@mouding/shell';
import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
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

  @Answers('obligations', ObligationPage, 'listObligations', '我的待办、待阅，逾期在前', ObligationQuery)
  obligations(
    @Who() who: Visitor,
    @Query({ schema: ObligationQuery }) query: ObligationQuery,
  ): Promise<ObligationPage> {
    return this.reading.as(who, (reader) => myObligations(reader, query));
  }

  @Answers('me/acts', MyActPage, 'listMyActs', '我的已办、我发起，最近在前', MyActsQuery)
  acts(@Who() who: Visitor, @Query({ schema: MyActsQuery }) query: MyActsQuery): Promise<MyActPage> {
    return this.reading.as(who, (reader) => myActs(reader, query));
  }

  @Answers('me/messages', MyMessagePage, 'listMyMessages', '抄送（知会）我的通知，最近在前', PageQuery)
  messages(@Who() who: Visitor, @Query({ schema: PageQuery }) query: PageQuery): Promise<MyMessagePage> {
    return this.reading.as(who, (reader) => myMessages(reader, query));
  }

  @Answers('me/contact', ContactView, 'getMyContact', '我的联系方式')
  contact(@Who() who: Visitor): Promise<ContactView> {
    return this.reading.as(who, myContact);
  }

  @Asks('put', 'me/contact', ContactView, 'setMyContact', '登记或清除我的联系方式；不进入办理记录')
  setContact(@Who() who: Visitor, @Body({ schema: NewContact }) body: NewContact): Promise<ContactView> {
    return this.reading.as(who, (reader) => setMyContact(reader, body));
  }
  @Answers('me/drafts/:about', KeptDraft, 'getMyDraft', '我尚未提交的草稿；仅本人可见')
  draft(@Who() who: Visitor, @Param('about', { schema: DraftAbout }) about: string): Promise<KeptDraft> {
    return this.reading.as(who, (reader) => myDraft(reader, about));
  }

  @Asks('put', 'me/drafts/:about', KeptDraft, 'keepMyDraft', '保存我的草稿；不进入办理记录')
  keepDraft(
    @Who() who: Visitor,
    @Param('about', { schema: DraftAbout }) about: string,
    @Body({ schema: DraftToKeep }) body: DraftToKeep,
  ): Promise<KeptDraft> {
    return this.reading.as(who, (reader) => keepMyDraft(reader, about, body));
  }
}
