import { CONFORMANCE_WORDS, wordsOf, type ConformanceReportView } from '@mouding/contract';
import { CONFORMANCE } from '@mouding/core';
import { html, Html } from '../pages/html.ts';
import { ICON } from '../pages/icon.ts';
import { bothIn, cite, coded, section, stageTitle, when } from './page-parts.ts';
import { STYLE } from './page-style.ts';

type Report = ConformanceReportView;

/** 程序符合性报告 as a page that stands alone: no script, nothing loaded, made to be read on paper as on a screen. */
export function conformancePage(report: Report): string {
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>程序符合性报告 · ${report.case.title}</title>
        ${ICON} ${styled()}
      </head>
      <body>
        <main>${front(report)}${stages(report)}${asides(report)}${foot(report)}</main>
      </body>
    </html>`;
  return page.text;
}

/** The style is ours and its hash stands in the page's policy: it must go out byte by byte. */
const styled = (): Html => new Html(`<style>${STYLE}</style>`);

/** The front page: what it is of, the counts, what two persons did, the five classes. */
const front = (report: Report): Html =>
  html`<h1>程序符合性报告<small>Conformance: what the procedure asks for, beside what was done</small></h1>
    <dl class="head">
      <dt>单位</dt>
      <dd>
        ${report.institution} ${report.rehearsal ? html`<span class="rehearsal">演练 rehearsal</span>` : null}
      </dd>
      <dt>规划</dt>
      <dd>${report.case.title}</dd>
      <dt>编制程序</dt>
      <dd>
        ${report.procedure.title}（第${report.procedure.version}版）<code
          >${report.procedure.hash.slice(0, 16)}…</code
        >
      </dd>
      <dt>截至</dt>
      <dd>
        ${report.asOf.at === null ? '—' : when(report.asOf.at)}，办理记录第 ${report.asOf.index} 条
        <code>${(report.asOf.leafHash ?? '').slice(0, 16)}…</code>
      </dd>
    </dl>
    <ul class="counts">
      ${CONFORMANCE.filter((status) => (report.counts[status] ?? 0) > 0).map((status) => {
        const words = wordsOf(CONFORMANCE_WORDS, status);
        return html`<li>
          <span class="st ${status}">${words.zh} <small>${words.en}</small></span
          ><b>${report.counts[status] ?? 0}</b>
        </li>`;
      })}
    </ul>
    ${twoKeys(report)}${anomalies(report)}`;

const twoKeys = (report: Report): Html =>
  section(
    { zh: '双人办理的更正与例外', en: 'what two persons did beside the procedure' },
    report.twoKeys.map(
      (keys) =>
        html`<div class="stage">
          <header>
            <h3>${keys.kind.words.zh}${keys.about ? `：${keys.about}` : ''}</h3>
            ${coded(keys.standing)}
          </header>
          <p>一：${cite(keys.first)}</p>
          ${keys.second ? html`<p>二：${cite(keys.second)}</p>` : null}
        </div>`,
    ),
    { zh: '无。', en: 'none' },
  );

const anomalies = (report: Report): Html =>
  section(
    { zh: '监管五类异常', en: 'the five classes of supervision by the regulator' },
    report.anomalies.map(
      ({ words, found }) =>
        html`<div class="stage">
          <header>
            <h3>${words.zh} <span class="en">${words.en}</span></h3>
            <span class="st ${found.length > 0 ? 'shown' : 'met'}"
              >${found.length > 0 ? `${found.length} 项` : '未发现'}</span
            >
          </header>
          ${found.map(
            (one) =>
              html`<p>${stageTitle(report, one.stage)}：${bothIn(one.said)}</p>
                ${one.evidence.map(cite)}
                <p>
                  整改：${one.rectified ? html`${one.rectified.words.zh} ${cite(one.rectified.by)}` : '未见整改记录'}
                </p>`,
          )}
        </div>`,
    ),
    { zh: '未发现。', en: 'none found' },
  );

const stages = (report: Report): Html =>
  section(
    { zh: '应经程序与实经程序', en: 'what was asked for, and what was done' },
    report.stages.map((stage, i) => stageLine(stage, i + 1)),
    { zh: '无。', en: 'none' },
  );

const stageLine = (stage: Report['stages'][number], no: number): Html =>
  html`<article class="stage">
    <header>
      <h3>${no}. ${stage.title}</h3>
      ${coded(stage.status)}
    </header>
    ${stage.basis ? html`<p class="soft">依据：${stage.basis}</p>` : null}
    ${stage.rounds.map((round) => roundLine(round, stage.rounds.length))}
    ${stage.reconsidered.map(
      ({ effect, sum, evidence }) => html`<p>${effect.words.zh} ${sumLine(sum)} ${cite(evidence)}</p>`,
    )}
    ${
      stage.rules.length > 0
        ? html`<ul class="rules">
            ${stage.rules.map(
              ({ words, basis, kept }) =>
                html`<li>${words.zh} ${coded(kept)} ${basis === stage.basis ? null : basisLine(basis)}</li>`,
            )}
          </ul>`
        : null
    }
  </article>`;

/** What a rule rests on, where that is not what its stage rests on: it is read on paper, where nothing can be pointed at. */
const basisLine = (basis: string | null): Html | null =>
  basis === null ? null : html`<span class="cite basis">${basis}</span>`;

type Round = Report['stages'][number]['rounds'][number];

const roundLine = (round: Round, of: number): Html =>
  html`<p>
    ${of > 1 ? `第${round.round}次：` : null}${round.outcome?.words ?? '办理中'} ${sumLine(round.sum)}
    ${shownBy(round)} ${round.text ? textLine(round.text.hash) : null}
  </p>`;

const sumLine = (sum: Round['sum']): Html | null =>
  sum?.zh ? html`<span class="sum">${sum.zh}</span><span class="en">${sum.en}</span>` : null;

const shownBy = ({ closed, entered }: Round): Html | null => {
  const fact = closed ?? entered;
  return fact && cite(fact);
};

const textLine = (hash: string): Html =>
  html`<span class="cite"> · 文稿 <code>${hash.slice(0, 16)}…</code></span>`;

const row = (cells: readonly (Html | string)[]): Html =>
  html`<tr>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;

const list = (rows: readonly Html[]): readonly Html[] =>
  rows.length > 0
    ? [
        html`<table class="wide">
          <tbody>
            ${rows}
          </tbody>
        </table>`,
      ]
    : [];

const asides = (report: Report): Html =>
  html`${section(
    { zh: '程序提示', en: 'rules that were broken and only show' },
    list(
      report.notices.map((notice) =>
        row([stageTitle(report, notice.stage), bothIn(notice.said), cite(notice.evidence)]),
      ),
    ),
    { zh: '无。', en: 'none' },
  )}${section(
    { zh: '补录事项', en: 'recorded afterwards; apart from what was done here then' },
    list(
      report.records.map((slip) =>
        row([
          html`${slip.title}<span class="en">${slip.verb.en}</span>`,
          html`${slip.medium.zh}${slip.proven ? '' : '；无扫描件、册页'} ${coded(slip.standing)}`,
          cite(slip.evidence),
        ]),
      ),
    ),
    { zh: '无。', en: 'none' },
  )}${report.refusals ? refused(report.refusals) : null}`;

const refused = (refusals: NonNullable<Report['refusals']>): Html =>
  section(
    { zh: '暂不能办理的请求（不属办理行为）', en: 'requests that were refused; nothing was done by them' },
    list(refusals.map((one) => row([one.verb.zh, one.words.zh, cite(one.evidence)]))),
    { zh: '无。', en: 'none' },
  );

const foot = (report: Report): Html =>
  html`<footer>
    <p>
      本报告由办理记录推算：每项所据的记录以序号和散列值标明，可用公开的核验工具逐条核对；“未见不符”只说明记录中没有相反的内容。
      <span class="en"
        >Made from the record alone; each line cites its entry by index and hash. “Nothing to the contrary”
        says no more than that.</span
      >
    </p>
    <p>
      编制程序散列值 <code>${report.procedure.hash}</code>；截至记录散列值
      <code>${report.asOf.leafHash ?? ''}</code>
    </p>
  </footer>`;
