import { PLURALS, Why, WhyQuery } from '@mouding/contract';
import { KINDS, type Kind } from '@mouding/core';
import { NEW, ProblemError, Reading, Who, whyNot, type Visitor } from '@mouding/shell';
import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers } from '../routes.ts';

const Target = z
  .union([z.uuid(), z.literal(NEW)])
  .meta({ id: 'WhyTarget', description: '标识；尚未形成的用 new · id, or new' });

const kindOf = (plural: string): Kind => {
  const kind = KINDS.find((each) => PLURALS[each] === plural);
  if (!kind) throw new ProblemError('not-found');
  return kind;
};

/** 能否办理: the same question of every kind of stream. Asking it does nothing and leaves nothing. */
@ApiTags('why')
@Controller('v1')
export class WhyController {
  constructor(@Inject(Reading) private readonly reading: Reading) {}

  @Answers(
    ':resource/:id/why',
    Why,
    'getWhy',
    '能否办理及依据 · whether a command can be asked, or why not',
    WhyQuery,
  )
  why(
    @Who() who: Visitor,
    @Param('resource', { schema: z.string() }) resource: string,
    @Param('id', { schema: Target }) id: string,
    @Query({ schema: WhyQuery }) query: WhyQuery,
  ): Promise<Why> {
    return this.reading.as(who, (reader) => whyNot(reader, kindOf(resource), id, query));
  }
}
