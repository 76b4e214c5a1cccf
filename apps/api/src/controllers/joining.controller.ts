import { Id, JoiningCheck, JoiningForm, JoiningQuery, JoiningWish } from '@mouding/contract';
import { readSheet } from '@mouding/documents';
import { checkJoining, joiningForm, joins, ProblemError, Reading, Who, type Visitor } from '@mouding/shell';
import { Body, Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { formSheet } from '../joining/form-sheet.ts';
import { bytesOf } from '../sheets/read-body.ts';
import { inCells, notRead, sheetForm } from '../joining/sheet-form.ts';
import { Answers, Asks } from '../routes.ts';
import { sendSheet, SheetBack, SheetOut } from '../sheets/routes.ts';

/** 中途接入补录表: on the page, or as a sheet that is filled in elsewhere and brought back. Nothing is recorded here. */
@ApiTags('procedures')
@Controller('v1/procedures')
export class JoiningController {
  constructor(@Inject(Reading) private readonly reading: Reading) {}

  @Answers(':id/joining', JoiningForm, 'getJoiningForm', '中途接入补录表', JoiningQuery)
  form(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: JoiningQuery }) query: JoiningQuery,
  ): Promise<JoiningForm> {
    return this.reading.as(who, (reader) => joiningForm(reader, id, query));
  }

  @Asks('post', ':id/joining/check', JoiningCheck, 'checkJoining', '校验补录表：一次列出全部问题，不作记录')
  check(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: JoiningWish }) wish: JoiningWish,
  ): Promise<JoiningCheck> {
    return this.reading.as(who, (reader) => checkJoining(reader, id, wish));
  }

  @SheetOut(':id/joining/sheet', 'getJoiningSheet', '补录表（.xlsx），各行已预填', {
    name: 'stage',
    required: true,
    schema: { type: 'string' },
  })
  async sheet(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: JoiningQuery }) query: JoiningQuery,
    @Res() response: Response,
  ): Promise<void> {
    const form = await this.reading.as(who, (reader) => joiningForm(reader, id, query));
    sendSheet(response, `中途接入补录表（${form.title}）`, formSheet(form));
  }

  @SheetBack(
    ':id/joining/sheet',
    JoiningCheck,
    'checkJoiningSheet',
    '校验填写的补录表（.xlsx），按单元格列出问题，不作记录',
  )
  @ApiQuery({ name: 'stage', required: true, schema: { type: 'string' } })
  async checkSheet(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: JoiningQuery }) query: JoiningQuery,
    @Req() request: Request,
  ): Promise<JoiningCheck> {
    return this.reading.as(who, async (reader) => {
      const form = await joiningForm(reader, id, query);
      if (!joins(reader)) throw new ProblemError('not-found');
      const sheet = readSheet(await bytesOf(request));
      if ('trouble' in sheet) return notRead(sheet.trouble);
      const { wish, faults } = sheetForm(sheet, form);
      const found = wish ? await checkJoining(reader, id, wish) : { faults: [], body: null };
      const all = { faults: [...faults, ...found.faults], body: faults.length > 0 ? null : found.body };
      return inCells(all, sheet);
    });
  }
}
