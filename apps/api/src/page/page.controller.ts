import { PROBLEMS, type MessagePage, type ProblemCode } from '@mouding/contract';
import {
  html,
  caseOverview,
  cases,
  InLanguage,
  me,
  messages,
  MEANS,
  myObligations,
  ProblemError,
  Public,
  Reading,
  seesMessages,
  visitorOf,
  type Language,
  type Means,
  type Reader,
  type Visitor,
} from '@mouding/shell';
import { Controller, Get, Header, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { layout, type Sheet } from './layout.ts';
import { passwordForm } from './password-form.ts';
import { signedIn } from './signed-in.ts';
import { signedOut } from './signed-out.ts';
import { SCRIPT, STYLE } from './style.ts';

const PAGE = 'text/html; charset=utf-8';
/** Cases and obligations on the page; the rest is behind the links. */
const SHOWN = 20;

/** The outbox for those who look after it, and nothing for all others. */
const outboxOf = (reader: Reader): Promise<MessagePage | null> =>
  seesMessages(reader) ? messages(reader, { limit: 1 }) : Promise.resolve(null);

/** The plain page of the house: where every case stands, for people with a browser and nothing else. */
@ApiExcludeController()
@Public()
@Controller()
export class PageController {
  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get()
  @Header('Content-Type', PAGE)
  @Header('Vary', 'Cookie, Accept-Language')
  async home(@Req() request: Request, @InLanguage() language: Language): Promise<string> {
    const visitor = visitorOf(request);
    if (visitor?.limited) return layout(limited(language));
    return layout(visitor ? await this.inside(visitor, language) : await this.outside(language));
  }

  @Get('style.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return STYLE;
  }

  @Get('page.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  script(): string {
    return SCRIPT;
  }

  @Get('problems/:code')
  @Header('Content-Type', PAGE)
  problem(@Param('code') code: string, @InLanguage() language: Language): string {
    if (!Object.hasOwn(PROBLEMS, code)) throw new ProblemError('not-found');
    const { title, status } = PROBLEMS[code as ProblemCode];
    const content = html`<h2>${title[language]}</h2>
      <p class="soft">${code} · HTTP ${status}</p>
      <p>${title.zh}</p>
      <p>${title.en}</p>`;
    return layout({ language, institution: null, rehearsal: false, signedIn: false, content });
  }

  private async outside(language: Language): Promise<Sheet> {
    const content = signedOut(language, await this.means.ledger.institutions());
    return { language, institution: null, rehearsal: false, signedIn: false, content };
  }

  private inside(visitor: Visitor, language: Language): Promise<Sheet> {
    return this.reading.as(visitor, async (reader) => {
      const who = await me(reader);
      const owed = await myObligations(reader, { limit: SHOWN });
      const { items } = await cases(reader, { limit: SHOWN });
      const overviews = await Promise.all(items.map(({ id }) => caseOverview(reader, id)));
      const { name, mode } = who.institution;
      const content = signedIn(language, who, owed, overviews, await outboxOf(reader));
      return { language, institution: name, rehearsal: mode === 'rehearsal', signedIn: true, content };
    });
  }
}

const limited = (language: Language): Sheet => ({
  language,
  institution: null,
  rehearsal: false,
  signedIn: false,
  content: passwordForm(language),
});
