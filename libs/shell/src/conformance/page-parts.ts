import type { ConformanceReportView, EvidenceView } from '@mouding/contract';
import { html, type Html } from '../pages/html.ts';

type Words = { readonly zh: string; readonly en: string };

const MINUTE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant in Beijing, to the minute; a day stays a day. */
export const when = (at: string): string => (at.length > 10 ? MINUTE.format(Date.parse(at)) : at);

/** The sentence in Chinese, the English one below it. */
export const bothIn = ({ zh, en }: Words): Html => html`${zh}<span class="en">${en}</span>`;

export const coded = ({ code, words }: { readonly code: string; readonly words: Words }): Html =>
  html`<span class="st ${code}">${words.zh} <small>${words.en}</small></span>`;

/** Where a fact stands in the log: enough to find and to check it. */
export function cite({ words, index, leafHash, at, how, howWords, happened, by }: EvidenceView): Html {
  const claimed = happened === null ? '' : `发生于 ${when(happened)}（${howWords.zh}），`;
  const mark = how === 'clock' ? `（${howWords.zh}）` : '';
  return html`<span class="cite"
    >${words.zh}${mark} · ${by} · ${claimed}录入 ${when(at)} · 第 ${index} 条 ·
    <code>${leafHash.slice(0, 16)}…</code></span
  >`;
}

/** A section that says plainly when there is nothing in it. */
export const section = (title: Words, content: readonly Html[], none: Words): Html =>
  html`<section>
    <h2>${title.zh}<small>${title.en}</small></h2>
    ${content.length > 0 ? content : html`<p class="soft">${bothIn(none)}</p>`}
  </section>`;

export const stageTitle = ({ stages }: ConformanceReportView, id: string | null): string =>
  stages.find(({ stage }) => stage === id)?.title ?? '规划编制全程';
