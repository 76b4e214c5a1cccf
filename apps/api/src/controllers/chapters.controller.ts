import { Id, resourceOf, type Resource } from '@mouding/contract';
import {
  Commands,
  Reading,
  Who,
  WhoAsks,
  resource,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Sent } from '../routes.ts';

@ApiTags('chapters')
@Controller('v1/chapters')
export class ChaptersController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('chapter'), 'getChapter', '篇章')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'chapter', id));
  }

  @Act('chapter.give-input')
  giveInput(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.give-input') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.give-input', id, body);
  }

  @Act('chapter.submit')
  submit(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.submit') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.submit', id, body);
  }

  @Act('chapter.sign-off')
  signOff(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.sign-off') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.sign-off', id, body);
  }

  @Act('chapter.return')
  giveBack(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.return') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.return', id, body);
  }
}
