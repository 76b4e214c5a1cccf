import { StandardSchemaValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { pointerOf, sentenceOf } from './issue-sentence.ts';
import { ProblemError } from './problem-error.ts';

const failing = (code: 'invalid-body' | 'invalid-query' | 'not-found') =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new ProblemError(code, {
        errors: issues.map((issue) => {
          const of = issue as z.core.$ZodIssue;
          return { pointer: pointerOf(of.path), said: sentenceOf(of) };
        }),
      }),
  });

/**
 * Every body, query and path parameter is parsed by the zod schema at its decorator. A path that cannot name anything
 * names nothing: 404, not 400.
 */
export class ContractPipe implements PipeTransform {
  private readonly pipes = {
    body: failing('invalid-body'),
    query: failing('invalid-query'),
    param: failing('not-found'),
  };

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    return metadata.type === 'body' || metadata.type === 'query' || metadata.type === 'param'
      ? this.pipes[metadata.type].transform(value, metadata)
      : value;
  }
}
