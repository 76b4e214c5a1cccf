import { createHash } from 'node:crypto';
import { HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Language } from '../problem/language.ts';
import { html, Html } from './html.ts';
import { ICON } from './icon.ts';

const STYLE = `
body { max-width: 42rem; margin: 0 auto; padding: 4rem 1.5rem; background: #f4f6f8; color: #1b2430;
  font: 1rem/1.8 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
h1 { font-size: 1.4rem; }
small { color: #5b6470; }
a { display: inline-block; padding: 0.5rem 1.5rem; border-radius: 4px; background: #1d4f7c; color: #fff;
  text-decoration: none; }
a:focus-visible { outline: 3px solid #f0b429; outline-offset: 2px; }
`;

const STYLED = new Html(`<style>${STYLE}</style>`);

/** This style and nothing else. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const WORDS = {
  zh: {
    title: '没有这个页面',
    why: '地址可能写错、不完整，或者已经失效。',
    do: '请从消息或待办里的链接重新打开，或者回到首页。仍打不开的，请把下面的错误编号告诉本单位管理员。',
    home: '回到首页',
    trace: '错误编号',
    mark: '：',
  },
  en: {
    title: 'There is no such page',
    why: 'The address may be mistyped or incomplete, or no longer lead anywhere.',
    do: 'Open the link in the message or in your list of things to do again, or go to the first page. If that does not help, give the error number below to your administrator.',
    home: 'To the first page',
    trace: 'Error number',
    mark: ': ',
  },
} as const;

/**
 * Somebody who follows a link or types an address, where no route of ours is. What programs ask for is answered to
 * programs, and below `/v1` there are only those.
 */
export const isLostVisitor = (error: unknown, request: Request): boolean =>
  error instanceof HttpException &&
  error.getStatus() === 404 &&
  request.method === 'GET' &&
  !request.path.startsWith('/v1/') &&
  request.accepts(['json', 'html']) === 'html';

/** Says to somebody lost what to do. */
export function sendLost(response: Response, language: Language, traceId: string): void {
  response
    .status(404)
    .setHeader('Content-Security-Policy', POLICY)
    .setHeader('Vary', 'Accept, Accept-Language')
    .type('html')
    .send(lostPage(language, traceId));
}

function lostPage(language: Language, traceId: string): string {
  const words = WORDS[language];
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title} · 谋定</title>
        ${ICON} ${STYLED}
      </head>
      <body>
        <main>
          <h1>${words.title}</h1>
          <p>${words.why}</p>
          <p>${words.do}</p>
          <p><a href="/">${words.home}</a></p>
          <p><small>${words.trace}${words.mark}${traceId}</small></p>
        </main>
      </body>
    </html> `.text;
}
