import { Id, Problem, RedlineQuery } from '@mouding/contract';
import { Reading, redlineFile, Who, type Visitor } from '@mouding/shell';
import { Controller, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiDefaultResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { kindOf, Plural } from '../plural.ts';
import { sendWord, WordFile } from '../word-file.ts';

/** Two versions of a text as one Word file. Reading it changes nothing. */
@ApiTags('texts')
@ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
@Controller('v1')
export class RedlinesController {
  constructor(@Inject(Reading) private readonly reading: Reading) {}

  @WordFile(':resource/:id/redline.docx', 'exportRedline', '花脸稿：与另一稿相比的修改，为 Word 修订', [
    'since',
    'text',
  ])
  async redline(
    @Who() who: Visitor,
    @Param('resource', { schema: Plural }) plural: string,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: RedlineQuery }) query: RedlineQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.reading.as(who, (reader) => redlineFile(reader, kindOf(plural), id, query));
    sendWord(file, known, response);
  }
}
