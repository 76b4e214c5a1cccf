import { openWebFiles, Public, sendAsset, sendFace, sendFloor } from '@mouding/shell';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';

/** 审计台: the page that asks this service. Every address of it is the same document, which holds nothing by itself. */
@ApiExcludeController()
@Public()
@Controller()
export class WebController {
  private readonly files = openWebFiles();

  @Get(['', 'timeline', 'cases/*path', 'verify', 'readings'])
  page(@Res() response: Response): void {
    sendFace(this.files, 'audit', response);
  }

  @Get('floor.js')
  floor(@Res() response: Response): void {
    sendFloor(this.files, response);
  }

  @Get('assets/:name')
  asset(@Param('name') name: string, @Res() response: Response): void {
    sendAsset(this.files, name, response);
  }
}
