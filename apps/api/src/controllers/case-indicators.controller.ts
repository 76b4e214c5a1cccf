import {
  Id,
  IndicatorComparison,
  IndicatorQuery,
  IndicatorSheetCheck,
  IndicatorTable,
} from '@mouding/contract';
import { readSheet } from '@mouding/documents';
import { indicatorComparison, indicatorTable, Reading, Who, type Visitor } from '@mouding/shell';
import { Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { notRead, sheetTable } from '../indicators/sheet-table.ts';
import { tableSheet } from '../indicators/table-sheet.ts';
import { bytesOf } from '../sheets/read-body.ts';
import { Answers } from '../routes.ts';
import { sendSheet, SheetBack, SheetOut } from '../sheets/routes.ts';

/** 指标表 of a case: on the page, or as a sheet that is filled in elsewhere and brought back. Nothing is recorded here. */
@ApiTags('cases')
@Controller('v1/cases')
export class CaseIndicatorsController {
  constructor(@Inject(Reading) private readonly reading: Reading) {}

  @Answers(':id/indicators', IndicatorTable, 'listIndicators', '指标表', IndicatorQuery)
  table(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: IndicatorQuery }) query: IndicatorQuery,
  ): Promise<IndicatorTable> {
    return this.reading.as(who, (reader) => indicatorTable(reader, id, query));
  }

  @Answers(
    ':id/indicators/comparison',
    IndicatorComparison,
    'compareIndicators',
    '指标比对：正文、附表、各章、上一轮规划、上级规划',
  )
  comparison(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<IndicatorComparison> {
    return this.reading.as(who, (reader) => indicatorComparison(reader, id));
  }

  @SheetOut(':id/indicators.xlsx', 'getIndicatorSheet', '指标填报表（.xlsx）', {
    name: 'department',
    required: false,
    schema: { type: 'string', format: 'uuid' },
  })
  async sheet(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: IndicatorQuery }) query: IndicatorQuery,
    @Res() response: Response,
  ): Promise<void> {
    const table = await this.reading.as(who, (reader) => indicatorTable(reader, id, query));
    sendSheet(response, `${table.case.title}指标填报表`, tableSheet(table));
  }

  @SheetBack(
    ':id/indicators/sheet',
    IndicatorSheetCheck,
    'checkIndicatorSheet',
    '校验填写的指标填报表（.xlsx），按单元格列出问题和变动，不作记录',
  )
  async checkSheet(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Req() request: Request,
  ): Promise<IndicatorSheetCheck> {
    return this.reading.as(who, async (reader) => {
      const table = await indicatorTable(reader, id, {});
      const sheet = readSheet(await bytesOf(request));
      return 'trouble' in sheet ? notRead(sheet.trouble) : sheetTable(sheet, table);
    });
  }
}
