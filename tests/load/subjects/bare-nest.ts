import 'reflect-metadata';
import { Controller, Get, Header, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { present } from '../subject.ts';

interface Settings {
  readonly port: number;
  /** Content-Type. */
  readonly type: string;
  readonly body: string;
}

// The floor under a screen: a Nest application with one route, which answers every path with what it was given. What is
// JSON it writes anew each time, as any route does.
await present<Settings>(async ({ port, type, body }) => {
  const answer: unknown = type.startsWith('application/json') ? JSON.parse(body) : body;
  class Bare {
    get(): unknown {
      return answer;
    }
  }
  const method = Object.getOwnPropertyDescriptor(Bare.prototype, 'get') ?? {};
  Header('Content-Type', type)(Bare.prototype, 'get', method);
  Get('*path')(Bare.prototype, 'get', method);
  Controller()(Bare);
  class Application {}
  Module({ controllers: [Bare] })(Application);
  const application = await NestFactory.create(Application, { logger: false });
  await application.listen(port, '127.0.0.1');
  return {
    op: () => Promise.reject(new Error('it is called over HTTP')),
    close: () => application.close(),
  };
});
