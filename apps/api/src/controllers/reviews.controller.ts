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

@ApiTags('reviews')
@Controller('v1/reviews')
export class ReviewsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('review'), 'getReview', '论证、审核、审阅')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'review', id));
  }

  @Act('review.give-opinion')
  giveOpinion(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('review.give-opinion') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'review.give-opinion', id, body);
  }

  @Act('review.record-opinion')
  recordOpinion(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('review.record-opinion') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'review.record-opinion', id, body);
  }

  @Act('review.close')
  close(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('review.close') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'review.close', id, body);
  }
}
