import { Trail, Id } from '@mouding/contract';
import { trailOf, Reading, Who, type Visitor } from '@mouding/shell';
import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { kindOf, Plural } from '../plural.ts';
import { Answers } from '../routes.ts';

/** What became of a thing, and the versions of its text. */
@ApiTags('trails')
@Controller('v1')
export class TrailsController {
  constructor(@Inject(Reading) private readonly reading: Reading) {}

  @Answers(':resource/:id/trail', Trail, 'getTrail', '办理经过与历次稿次')
  trail(
    @Who() who: Visitor,
    @Param('resource', { schema: Plural }) plural: string,
    @Param('id', { schema: Id }) id: string,
  ): Promise<Trail> {
    return this.reading.as(who, (reader) => trailOf(reader, kindOf(plural), id));
  }
}
