import {
  Admit,
  openWebFiles,
  ProblemError,
  Public,
  sendAsset,
  sendFace,
  sendFloor,
  type Face,
} from '@mouding/shell';
import { Controller, Get, Headers, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DEMO_DOOR, type DemoDoor } from '../demo/demo-door.ts';

/** What browsers of phones call themselves, that of 企业微信 and 微信 among them. */
const PHONE = /Mobile|Android|iPhone|MicroMessenger/;

/** The face that fits the device. */
const faceFor = (agent: string | undefined): '/m' | '/desk' => (PHONE.test(agent ?? '') ? '/m' : '/desk');

/** What the worker of the console may do: fetch what lies here. */
const WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** The page of the house: the desk, and /m for a phone. Every address below is the same document. */
@ApiExcludeController()
@Public()
@Admit('free')
@Controller()
export class WebController {
  private readonly files = openWebFiles();

  constructor(@Inject(DEMO_DOOR) private readonly demo: DemoDoor | null) {}

  /** The tour where the server runs the demo; otherwise the face that fits the device. */
  @Get()
  home(@Headers('user-agent') agent: string | undefined, @Res() response: Response): void {
    response.setHeader('Vary', 'User-Agent');
    if (this.demo) return this.send(response, 'open');
    response.redirect(302, faceFor(agent));
  }

  /** Where mails lead: the same place on the face that fits the device on which the mail is read. */
  @Get('go/*path')
  go(
    @Headers('user-agent') agent: string | undefined,
    @Req() { originalUrl }: Request,
    @Res() response: Response,
  ): void {
    response.setHeader('Vary', 'User-Agent');
    response.redirect(302, faceFor(agent) + originalUrl.slice('/go'.length));
  }

  @Get('show')
  show(@Res() response: Response): void {
    this.send(response, 'open');
  }

  @Get('desk/worker.js')
  worker(@Res() response: Response): void {
    const worker = this.files.worker();
    if (worker === null) throw new ProblemError('not-found');
    response
      .setHeader('Content-Type', 'text/javascript; charset=utf-8')
      .setHeader('Content-Security-Policy', WORKER_POLICY)
      .setHeader('Cache-Control', 'no-cache')
      .send(worker);
  }

  @Get(['desk', 'desk/*path'])
  desk(@Res() response: Response): void {
    this.send(response, 'index');
  }

  @Get(['m', 'm/*path'])
  phone(@Res() response: Response): void {
    this.send(response, 'm');
  }

  /** For whoever has a 报送码: the same document in both sizes. */
  @Get('d/:code')
  deposit(@Res() response: Response): void {
    response.setHeader('Referrer-Policy', 'no-referrer');
    this.send(response, 'm');
  }

  /** For whoever gives an opinion without a name. */
  @Get('o/:consultation')
  unsigned(@Res() response: Response): void {
    response.setHeader('Referrer-Policy', 'no-referrer');
    this.send(response, 'm');
  }

  @Get('floor.js')
  floor(@Res() response: Response): void {
    sendFloor(this.files, response);
  }

  @Get('assets/:name')
  asset(@Param('name') name: string, @Res() response: Response): void {
    sendAsset(this.files, name, response);
  }

  private send(response: Response, face: Face): void {
    sendFace(this.files, face, response);
  }
}
