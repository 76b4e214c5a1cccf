import { CommandAnswer, Problem, VERB_WORDS, wordsOf } from '@mouding/contract';
import { APPROVALS, bodyOf } from '@mouding/core';
import { Admit, AnswerInterceptor, Bytes, classOfVerb, parametersOf } from '@mouding/shell';
import {
  applyDecorators,
  Body,
  Get,
  HttpCode,
  Post,
  Put,
  SerializeOptions,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiDefaultResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import { z } from 'zod';

const camel = (words: string): string =>
  words.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** verbNoun, e.g. `chapter.sign-off` → signOffChapter. */
const operationOf = (verb: string): string => {
  const [noun = '', act = ''] = verb.split('.');
  return `${camel(act)}${noun === 'org' ? '' : capital(noun)}`;
};

const KEY = {
  name: 'Idempotency-Key',
  required: true,
  description: '办理一次的标识（1–200 个可见字符）；同一标识重复提交得到同一答复 · makes it happen once',
};
const CAPACITY = {
  name: 'Capacity',
  required: false,
  description: '以哪个岗位办理（岗位标识），缺省取第一个有权的 · the post in whose capacity you act',
};
const STEP_UP = {
  name: 'Step-Up',
  required: false,
  description:
    '已通过的动态口令验证标识；单位要求时才需要 · the step-up that was passed, where the institution asks for one',
};
const IF_MATCH = {
  name: 'If-Match',
  required: false,
  description:
    '所见版本的 ETag；多人可同时办理的事项（签到、表决、回复、签收等）可不提供 · the ETag that you saw; may be left out where many act at once',
};

const Failures = ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' });

const command = (verb: string, ...more: MethodDecorator[]): MethodDecorator => {
  const { zh, en } = wordsOf(VERB_WORDS, verb);
  return applyDecorators(
    ApiOperation({ operationId: operationOf(verb), summary: `${zh} · ${en}` }),
    ApiHeader(KEY),
    ApiHeader(CAPACITY),
    Failures,
    Admit(classOfVerb(verb)),
    ...(APPROVALS.has(verb) ? [ApiHeader(STEP_UP)] : []),
    UseInterceptors(AnswerInterceptor),
    ...more,
  );
};

/** A route that gives a command to a stream that is there. */
export const Act = (verb: string, path = `:id/commands/${verb.split('.')[1]}`): MethodDecorator =>
  command(
    verb,
    Post(path),
    HttpCode(200),
    ApiHeader(IF_MATCH),
    ApiOkResponse({ standardSchema: CommandAnswer }),
  );

/** A route that gives a command which makes a stream. @param path below the collection, for a second way to make one */
export const Make = (verb: string, path = ''): MethodDecorator =>
  command(verb, Post(path), ApiCreatedResponse({ standardSchema: CommandAnswer }));

/** The body of a command, parsed by the schema that core keeps beside it. @throws Error for a verb that no person can give */
export function Sent(verb: string): ParameterDecorator {
  const schema = bodyOf(verb);
  if (!schema) throw new Error(`${verb} is not given by people`);
  return Body({ schema });
}

/**
 * A route that changes machinery beside the record (an address, a message) and answers how it stands then. It leaves no
 * fact, takes no key, and asked twice does what asked once does.
 */
export const Asks = (
  method: 'post' | 'put',
  path: string,
  schema: z.ZodType,
  operationId: string,
  summary: string,
): MethodDecorator =>
  applyDecorators(
    method === 'post' ? Post(path) : Put(path),
    HttpCode(200),
    ApiOperation({ operationId, summary }),
    SerializeOptions({ schema }),
    ApiOkResponse({ standardSchema: schema }),
    Failures,
  );

const FILE_NAME = {
  name: 'File-Name',
  required: false,
  description: '文件名（百分号编码）· percent-encoded',
};

/** A route that receives an original byte for byte, and answers what was received. */
export const Receives = (
  path: string,
  schema: z.ZodType,
  operationId: string,
  summary: string,
): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(201),
    Bytes(),
    ApiOperation({ operationId, summary }),
    SerializeOptions({ schema }),
    ApiConsumes('application/octet-stream'),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
    ApiHeader(FILE_NAME),
    ApiCreatedResponse({ standardSchema: schema }),
    Failures,
  );

/**
 * A route that answers a query; the schema is also the allow-list of what goes out.
 * @param query the schema of its query parameters, for the document
 */
export const Answers = (
  path: string,
  schema: z.ZodType,
  operationId: string,
  summary: string,
  query: z.ZodObject = z.object({}),
): MethodDecorator =>
  applyDecorators(
    ...parametersOf(query),
    Get(path),
    ApiOperation({ operationId, summary }),
    SerializeOptions({ schema }),
    ApiOkResponse({ standardSchema: schema }),
    Failures,
  );
