import type { CaseOverview, CaseStage } from '@mouding/contract';
import { html, type Html, type Language } from '@mouding/shell';
import { dueDay } from './days.ts';
import { speaking } from './layout.ts';

const MARKS = { closed: '✓', open: '●', waiting: '○' } as const;

/** How many holders are named before the rest is only counted. */
const NAMED = 6;

/**
 * One case: its stages as a rail, who holds the open ones, by when.
 *
 * @param unfolded whether the rail shows at once; the title says where the case stands either way
 */
export function caseSection(language: Language, overview: CaseOverview, unfolded: boolean): Html {
  const say = speaking(language);
  const { title, procedure, done, links, stages } = overview;
  const now = stages.filter(({ state }) => state === 'open').map((stage) => stage.title);
  return html`<details ${unfolded ? 'open' : ''}>
    <summary>
      <h3>${title}</h3>
      <span class="soft"
        >${now.length === 0 ? '' : say(`在办：${now.join('、')}`, `now: ${now.join(', ')}`)}</span
      >
    </summary>
    <p class="soft">
      ${procedure.title}（${say('第', 'version ')}${procedure.version}${say('版', '')}） ·
      ${done ? say('已办结', 'closed') : say('办理中', 'running')} ·
      <a href="${links['self'] ?? ''}">${say('概览数据', 'overview')}</a> ·
      <a href="${links['history'] ?? ''}">${say('办理记录', 'record')}</a>
    </p>
    <ol class="rail">
      ${stages.map((stage) => line(language, stage))}
    </ol>
  </details>`;
}

function line(language: Language, stage: CaseStage): Html {
  const say = speaking(language);
  const { state, title, words, outcomeWords, due, overdue, holders, round, why } = stage;
  const named = holders.slice(0, NAMED).join('、');
  const more =
    holders.length > NAMED ? say(` 等${holders.length}处`, ` and ${holders.length - NAMED} more`) : '';
  return html`<li class="${state}">
    <span class="mark">${MARKS[state]}</span>
    <span class="title">${title}${round > 1 ? say(`（第${round}轮）`, ` (round ${round})`) : ''}</span>
    <span class="words">${state === 'closed' ? (outcomeWords ?? words) : words}</span>
    <span class="who"
      >${named}${more}${due === null ? null : html` <span class="${overdue ? 'late' : 'soft'}" title="${why.map(({ said }) => said[language]).join('；')}">${overdue ? say('已逾期：', 'overdue: ') : say('时限：', 'by ')}${dueDay(due)}</span>`}</span
    >
  </li>`;
}
