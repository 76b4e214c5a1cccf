import { createHash } from 'node:crypto';

/** The whole look of the report, on the page itself: it is kept, sent on and printed without anything beside it. */
export const STYLE = `
:root { --ink: #1c1c1c; --soft: #5d5b56; --line: #d9d7d1; --paper: #fff; --red: #a61b1b; --green: #1f6b3a; --blue: #17457a; --amber: #7a5200; }
* { box-sizing: border-box; }
body { margin: 0; background: #f4f2ec; color: var(--ink); font: 16px/1.75 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; }
main { max-width: 60rem; margin: 1.5rem auto; padding: 2.5rem 3rem; background: var(--paper); border: 1px solid var(--line); }
h1 { font-size: 1.6rem; margin: 0; letter-spacing: .08em; text-align: center; }
h1 small, h2 small { display: block; font-weight: 400; font-size: .85rem; letter-spacing: 0; color: var(--soft); }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid var(--red); }
h2 small { display: inline; margin-left: .75rem; }
h3 { font-size: 1.05rem; margin: 0; }
h3 .en { font-weight: 400; }
.st small { font-weight: 400; font-size: .78rem; color: var(--soft); }
code { white-space: nowrap; }
p { margin: .35rem 0; }
.soft, dt, th, .cite { color: var(--soft); }
.en, .cite { font-size: .86rem; }
.en { display: block; color: var(--soft); line-height: 1.5; }
dl.head { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.25rem; margin: 1.25rem 0; }
dt { margin: 0; } dd { margin: 0; overflow-wrap: anywhere; }
.rehearsal { border: 1px solid var(--red); color: var(--red); padding: .1rem .75rem; font-weight: 600; display: inline-block; }
ul.counts { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; padding: 0; margin: .5rem 0; }
ul.counts b { font-size: 1.35rem; font-variant-numeric: tabular-nums; margin-left: .35rem; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; font-size: .9rem; }
td.st { white-space: nowrap; font-weight: 600; }
.stage { border-bottom: 1px solid var(--line); padding: .85rem 0; break-inside: avoid-page; }
.stage > header { display: flex; gap: .25rem 1rem; align-items: baseline; }
.stage > header .st { margin-left: auto; white-space: nowrap; }
.st { font-weight: 600; }
.met { color: var(--green); } .missing, .held, .waiting { color: var(--red); } .mended, .exempted, .shown { color: var(--amber); } .open, .due { color: var(--blue); } .ahead, .unneeded, .before { color: var(--soft); font-weight: 400; }
.sum { font-variant-numeric: tabular-nums; font-weight: 600; }
ul.rules { margin: .35rem 0 0; padding: 0; list-style: none; columns: 2; column-gap: 2rem; font-size: .92rem; }
ul.rules li { break-inside: avoid; margin-bottom: .15rem; }
ul.rules .kept { color: var(--soft); font-weight: 400; }
ul.rules .kept small { display: none; }
ul.rules .basis { display: block; line-height: 1.4; }
.cite { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
code { font: .82rem/1.4 ui-monospace, Menlo, Consolas, monospace; }
footer code { white-space: normal; overflow-wrap: anywhere; }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .86rem; }
@media (max-width: 40rem) {
  main { margin: 0; padding: 1.5rem 1rem; border: 0; }
  dl.head { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .4rem; }
  ul.rules { columns: 1; }
  table.wide thead { display: none; }
  table.wide tr { display: block; border-bottom: 1px solid var(--line); padding: .5rem 0; }
  table.wide td { display: block; border: 0; padding: .1rem 0; }
}
@media print {
  @page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; color: #5d5b56; } }
  body { background: none; font-size: 10.5pt; line-height: 1.55; }
  .stage { padding: .5rem 0; }
  main { max-width: none; margin: 0; padding: 0; border: 0; }
  h2 { break-after: avoid; }
  tr { break-inside: avoid; }
}
`;

/** What a browser may do with the report: show it with its own style, and nothing else. */
export const REPORT_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
