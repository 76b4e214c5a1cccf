import { HolidaysCheck } from '@mouding/contract';
import { announcedYears, checkHolidays, Reading, Who, type Visitor } from '@mouding/shell';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { daysSheet, readDays } from '../holidays/days-table.ts';
import { bytesOf } from '../sheets/read-body.ts';
import { sendSheet, SheetBack, SheetOut } from '../sheets/routes.ts';

/** 节假日安排: a table to be changed elsewhere, and what it would change. Nothing is recorded here. */
@ApiTags('org')
@Controller('v1/org/holidays')
export class HolidaysController {
  constructor(@Inject(Reading) private readonly reading: Reading) {}

  @SheetOut('sheet', 'getHolidaysSheet', '节假日安排（.xlsx），可修改后导入')
  async sheet(@Who() who: Visitor, @Res() response: Response): Promise<void> {
    sendSheet(response, '节假日安排', daysSheet(await this.reading.as(who, announcedYears)));
  }

  @SheetBack(
    'sheet',
    HolidaysCheck,
    'checkHolidaysSheet',
    '核对导入的节假日安排（.xlsx、.csv）：与现行安排逐日对照，不作记录',
  )
  async check(@Who() who: Visitor, @Req() request: Request): Promise<HolidaysCheck> {
    return this.reading.as(who, async (reader) => {
      const read = readDays(await bytesOf(request));
      const years = await checkHolidays(reader, 'trouble' in read ? [] : read.years);
      return 'trouble' in read
        ? { trouble: read.trouble, unread: [], years }
        : { trouble: null, unread: read.unread, years };
    });
  }
}
