import { StaffCheck, StaffList } from '@mouding/contract';
import { readSheet } from '@mouding/documents';
import { checkStaff, Reading, staff, Who, type Visitor } from '@mouding/shell';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { bytesOf } from '../sheets/read-body.ts';
import { Answers } from '../routes.ts';
import { sendSheet, SheetBack, SheetOut } from '../sheets/routes.ts';
import { noStaffSheet, rowsOf, staffSheet } from '../staff/staff-sheet.ts';

/** 人员名册: a list, a sheet to be changed elsewhere, and what the sheet would change. Nothing is recorded here. */
@ApiTags('persons')
@Controller('v1/persons')
export class StaffController {
  constructor(@Inject(Reading) private readonly reading: Reading) {}

  @Answers('', StaffList, 'listPersons', '人员及账号（系统管理员）')
  list(@Who() who: Visitor): Promise<StaffList> {
    return this.reading.as(who, staff);
  }

  @SheetOut('sheet', 'getPersonsSheet', '人员名册（.xlsx），可修改后导入')
  async sheet(@Who() who: Visitor, @Res() response: Response): Promise<void> {
    const list = await this.reading.as(who, staff);
    sendSheet(response, '人员名册', staffSheet(list));
  }

  @SheetBack(
    'sheet',
    StaffCheck,
    'checkPersonsSheet',
    '核对导入的人员名册（.xlsx）：新增、变更、有误，不作记录',
  )
  async checkSheet(@Who() who: Visitor, @Req() request: Request): Promise<StaffCheck> {
    return this.reading.as(who, async (reader) => {
      const none = await checkStaff(reader, []);
      const sheet = readSheet(await bytesOf(request));
      if ('trouble' in sheet) return { ...none, ...noStaffSheet(sheet.trouble) };
      const rows = rowsOf(sheet);
      return 'trouble' in rows ? rows : checkStaff(reader, rows);
    });
  }
}
