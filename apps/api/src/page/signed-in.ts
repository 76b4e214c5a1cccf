import type { CaseOverview, Me, MessagePage, ObligationPage } from '@mouding/contract';
import { html, type Html, type Language } from '@mouding/shell';
import { caseSection } from './case-section.ts';
import { dueDay, minute } from './days.ts';
import { speaking } from './layout.ts';
import { mailLine } from './mail-line.ts';

/** What a signed-in person sees first: what they owe, then where every case stands. */
export function signedIn(
  language: Language,
  me: Me,
  obligations: ObligationPage,
  overviews: readonly CaseOverview[],
  outbox: MessagePage | null,
): Html {
  const say = speaking(language);
  const posts = [...new Set(me.capacities.map((held) => postWords(say, held)))].join('、');
  return html`<p>
      ${me.name ?? ''} <span class="soft">${posts} · ${say('法定时间', 'law time')} ${minute(me.now)}</span>
    </p>
    <p>
      <a href="/desk">${say('工作台（新）', 'The new desk')}</a> ·
      <a href="/m">${say('手机版（新）', 'The new page for phones')}</a>
    </p>
    <h2>${say('我的待办', 'My obligations')}</h2>
    ${obligations.items.length === 0 ? html`<p class="soft">${say('目前没有待办。', 'Nothing is owed now.')}</p>` : owed(language, obligations)}
    ${mailLine(language, outbox)}
    <h2>${say('规划编制工作', 'Cases')}</h2>
    ${overviews.length === 0 ? html`<p class="soft">${say('目前没有可查看的规划编制工作。', 'There is no case to see.')}</p>` : overviews.map((overview, i) => caseSection(language, overview, i === 0))}`;
}

/** A post as its holder is told of it: that one acts in it, or for whom. */
function postWords(
  say: ReturnType<typeof speaking>,
  { title, acting, onBehalfOf }: Me['capacities'][number],
): string {
  if (acting) return `${title}${say('（主持工作）', ' (acting)')}`;
  const whose = onBehalfOf?.name ?? '';
  return onBehalfOf ? `${title}${say(`（受${whose}委托）`, ` (for ${whose})`)}` : title;
}

function owed(language: Language, { items, page }: ObligationPage): Html {
  const say = speaking(language);
  const rows = items.map(
    ({ words, label, case: of, due, overdue, why }) =>
      html`<tr>
        <td>${words[language]}</td>
        <td>${label}</td>
        <td class="wide">${of?.title ?? ''}</td>
        <td class="${overdue ? 'late' : ''}" title="${why.map(({ said }) => said[language]).join('；')}">
          ${due === null ? '—' : dueDay(due)}${overdue ? say(' 逾期', ' overdue') : ''}
        </td>
      </tr>`,
  );
  return html`<table>
      <thead>
        <tr>
          <th>${say('事项', 'Act')}</th>
          <th>${say('名称', 'Title')}</th>
          <th class="wide">${say('所属工作', 'Case')}</th>
          <th>${say('时限', 'By')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${page.hasNext ? html`<p class="soft">${say('还有更多，见 ', 'more at ')}<a href="/v1/obligations">/v1/obligations</a></p>` : null}`;
}
