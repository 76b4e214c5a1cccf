import { Inject, Injectable } from '@nestjs/common';
import type { Means } from '../commands/carry-out.ts';
import { MEANS } from '../commands/give.ts';
import type { Visitor } from '../session/visitor.ts';
import { readerFor, type Reader } from './reader.ts';

/** What controllers read with. */
@Injectable()
export class Reading {
  constructor(@Inject(MEANS) private readonly means: Means) {}

  /** Answers a query for a visitor. */
  async as<T>(visitor: Visitor, query: (reader: Reader) => T | Promise<T>): Promise<T> {
    return query(await readerFor(this.means, visitor));
  }
}
