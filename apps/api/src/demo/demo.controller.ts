import type { DemoTour } from '@mouding/contract';
import { Admit, ProblemError, Public } from '@mouding/shell';
import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DEMO_DOOR, type DemoDoor } from './demo-door.ts';

/**
 * The tour of the demo, for the page. It is no part of the interface: it is there only while a launcher on this machine
 * runs the invented hospital, which is a rehearsal.
 */
@ApiExcludeController()
@Public()
@Admit('free')
@Controller('demo')
export class DemoController {
  constructor(@Inject(DEMO_DOOR) private readonly door: DemoDoor | null) {}

  @Get('tour')
  tour(): Promise<DemoTour> {
    return this.opened().tour();
  }

  @Post('play')
  @HttpCode(202)
  play(): Promise<DemoTour> {
    return this.opened().tell('play');
  }

  @Post('stop')
  @HttpCode(202)
  stop(): Promise<DemoTour> {
    return this.opened().tell('stop');
  }

  private opened(): DemoDoor {
    if (!this.door) throw new ProblemError('not-found');
    return this.door;
  }
}
