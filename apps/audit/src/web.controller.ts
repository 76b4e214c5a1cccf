import { randomBytes } from 'node:crypto';
import { openWebFiles, pagePolicy, ProblemError, Public } from '@mouding/shell';
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
    const nonce = randomBytes(16).toString('base64url');
    const document = this.files.document('audit', nonce);
    if (document === null) throw new ProblemError('not-found');
    response
      .setHeader('Content-Type', 'text/html; charset=utf-8')
      .setHeader('Content-Security-Policy', pagePolicy(nonce))
      .send(document);
  }

  @Get('floor.js')
  floor(@Res() response: Response): void {
    if (!this.files.floor) throw new ProblemError('not-found');
    response
      .setHeader('Content-Type', 'text/javascript; charset=utf-8')
      .setHeader('Cache-Control', 'no-cache')
      .send(this.files.floor);
  }

  @Get('assets/:name')
  asset(@Param('name') name: string, @Res() response: Response): void {
    const file = this.files.asset(name);
    if (!file) throw new ProblemError('not-found');
    response
      .setHeader('Content-Type', file.type)
      .setHeader('Cache-Control', 'public, max-age=31536000, immutable')
      .send(file.content);
  }
}
