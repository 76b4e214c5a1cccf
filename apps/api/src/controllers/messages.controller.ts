import { Id, MessagePage, MessageQuery, Resent } from '@mouding/contract';
import { messages, Reading, resendMessage, Who, type Visitor } from '@mouding/shell';
import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Asks } from '../routes.ts';

@ApiTags('messages')
@Controller('v1/messages')
export class MessagesController {
  constructor(@Inject(Reading) private readonly reading: Reading) {}

  @Answers('', MessagePage, 'listMessages', '通知发送情况（规划办、系统管理员）', MessageQuery)
  list(@Who() who: Visitor, @Query({ schema: MessageQuery }) query: MessageQuery): Promise<MessagePage> {
    return this.reading.as(who, (reader) => messages(reader, query));
  }

  @Asks('post', ':id/resend', Resent, 'resendMessage', '退信重发；不产生办理记录，记入访问日志')
  resend(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resent> {
    return this.reading.as(who, (reader) => resendMessage(reader, id));
  }
}
