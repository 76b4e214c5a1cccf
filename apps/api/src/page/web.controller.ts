import { randomBytes } from 'node:crypto';
import { Admit, ProblemError, Public } from '@mouding/shell';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { openWebFiles, type Face } from './web-files.ts';

/** What the page may do: run what came from here, and the styles that it makes under this nonce. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The page of the house: the desk, and /m for a phone. Every address below is the same document. */
@ApiExcludeController()
@Public()
@Admit('free')
@Controller()
export class WebController {
  private readonly files = openWebFiles();

  @Get(['desk', 'desk/*path'])
  desk(@Res() response: Response): void {
    this.send(response, 'index');
  }

  @Get(['m', 'm/*path'])
  phone(@Res() response: Response): void {
    this.send(response, 'm');
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

  private send(response: Response, face: Face): void {
    const nonce = randomBytes(16).toString('base64url');
    const document = this.files.document(face, nonce);
    if (document === null) throw new ProblemError('not-found');
    response
      .setHeader('Content-Type', 'text/html; charset=utf-8')
      .setHeader('Content-Security-Policy', policy(nonce))
      .send(document);
  }
}
