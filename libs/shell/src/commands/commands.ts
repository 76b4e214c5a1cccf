import { commandOf } from '@mouding/core';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ProblemError } from '../problem/problem-error.ts';
import { sweep } from '../clockwork/sweep.ts';
import type { Asked } from './asked.ts';
import type { Answered } from './asking.ts';
import type { Means } from './carry-out.ts';
import { Give, MEANS } from './give.ts';

/** What controllers give commands with. */
@Injectable()
export class Commands {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(MEANS) private readonly means: Means,
  ) {}

  /** A command on a stream that is there. @throws ProblemError version-missing */
  act(asked: Asked, verb: string, id: string, body: unknown): Promise<Answered> {
    const { seen, ...who } = asked;
    if (!seen && !commandOf(verb)?.concurrent) throw new ProblemError('version-missing');
    const stream = `${verb.slice(0, verb.indexOf('.'))}/${id}`;
    const expected = seen && (seen.stream === stream ? seen.version : -1);
    return this.bus.execute(new Give({ ...who, verb, id, body, expected, deadline: null }));
  }

  /** A command that makes a stream; the server gives its id. */
  make(asked: Asked, verb: string, body: unknown): Promise<Answered> {
    const { institution, person, key, post, language } = asked;
    const who = { institution, person, key, post, language };
    return this.bus.execute(new Give({ ...who, verb, id: null, body, expected: null, deadline: null }));
  }

  /** Moves a rehearsal's clock; what fell due on the way is carried out before the answer goes out. */
  async moveClock(asked: Asked, body: unknown): Promise<Answered> {
    const answered = await this.act(asked, 'org.move-clock', asked.institution, body);
    if (answered.status === 200) await sweep(this.means, asked.institution);
    return answered;
  }
}
