import { PROBLEMS, type ProblemCode } from '@mouding/contract';
import { html, ICON, InLanguage, ProblemError, Public, type Language } from '@mouding/shell';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

const STYLE = `
body { max-width: 42rem; margin: 4rem auto; padding: 0 1.5rem; color: #1b2430;
  font: 16px/1.8 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
h1 { font-size: 1.4rem; }
p.soft { color: #5b6470; }
a { color: #1d4f7c; }
`;

/** What each problem means, at the address that every answer of its kind names (RFC 9457). */
@ApiExcludeController()
@Public()
@Controller()
export class ProblemsController {
  @Get('problems.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return STYLE;
  }

  @Get('problems/:code')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Vary', 'Accept-Language')
  problem(@Param('code') code: string, @InLanguage() language: Language): string {
    if (!Object.hasOwn(PROBLEMS, code)) throw new ProblemError('not-found');
    const { title, status } = PROBLEMS[code as ProblemCode];
    return html`<!doctype html>
      <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title[language]} · 谋定</title>
          <link rel="stylesheet" href="/problems.css" />
          ${ICON}
        </head>
        <body>
          <h1>${title[language]}</h1>
          <p class="soft">${code} · HTTP ${status}</p>
          <p>${title.zh}</p>
          <p>${title.en}</p>
          <p><a href="/">谋定</a></p>
        </body>
      </html> `.text;
  }
}
