import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import type { Answered, Asking } from './asking.ts';
import { carryOut, type Means } from './carry-out.ts';

/** What the composition root hands in: {@link Means}. */
export const MEANS = Symbol('means');

/** Any command of any person. */
export class Give extends Command<Answered> {
  readonly asking: Asking;

  constructor(asking: Asking) {
    super();
    this.asking = asking;
  }
}

/** The one command handler. */
@CommandHandler(Give)
export class GiveHandler implements ICommandHandler<Give> {
  constructor(@Inject(MEANS) private readonly means: Means) {}

  execute({ asking }: Give): Promise<Answered> {
    return carryOut(this.means, asking);
  }
}
