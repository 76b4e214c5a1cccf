import { html, type Html, type Language } from '@mouding/shell';

export interface Sheet {
  readonly language: Language;
  /** The institution's name, once somebody is signed in. */
  readonly institution: string | null;
  readonly rehearsal: boolean;
  readonly signedIn: boolean;
  readonly content: Html;
}

/** Picks the sentence of the reader's language. */
export const speaking =
  (language: Language) =>
  (zh: string, en: string): string =>
    language === 'zh' ? zh : en;

/** The frame of every page. A rehearsal says so on each of them. */
export function layout({ language, institution, rehearsal, signedIn, content }: Sheet): string {
  const say = speaking(language);
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${say('谋定 · 规划编制', 'Mouding · planning')}</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
        <script type="module" src="/page.js"></script>
      </head>
      <body ${signedIn ? html`data-live` : null}>
        <header>
          <h1>谋定</h1>
          <p>${institution ?? say('五年规划编制与审批', 'five-year plans, compiled and decided')}</p>
          ${rehearsal ? html`<span class="rehearsal">${say('演练', 'REHEARSAL')}</span>` : null}
          ${signedIn ? html`<form class="sign-out"><button>${say('退出', 'Sign out')}</button></form>` : null}
        </header>
        <main>${content}</main>
        <footer>
          ${say('接口说明', 'Interface')}：<a href="/api/docs">/api/docs</a> ·
          <a href="/api/openapi.json">openapi.json</a>
        </footer>
      </body>
    </html> `.text;
}
