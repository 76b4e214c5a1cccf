/** The whole look of the page: one column, system fonts, no colour that alone carries a meaning. */
export const STYLE = `
:root { --ink: #1b1b1b; --soft: #5f5f5f; --line: #d9d7d1; --paper: #fbfaf7; --red: #a61b1b; --green: #1f6b3a; --blue: #17457a; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.7 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; }
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.5rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; padding-top: 1.25rem; padding-bottom: .75rem; border-bottom: 2px solid var(--red); }
header h1 { font-size: 1.35rem; margin: 0; letter-spacing: .06em; }
header p { margin: 0; color: var(--soft); }
header form { margin-left: auto; }
h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; display: inline; }
details { margin: .75rem 0; }
summary { cursor: pointer; padding: .35rem 0; }
summary h3 { margin-right: .75rem; }
.rehearsal { display: inline-block; border: 1px solid var(--red); color: var(--red); padding: 0 .5rem; font-weight: 600; }
.soft { color: var(--soft); }
.late { color: var(--red); font-weight: 600; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--soft); font-size: .9rem; }
ol.rail { list-style: none; margin: 0; padding: 0; }
ol.rail li { display: grid; grid-template-columns: 2.5rem minmax(9rem, 15rem) 6rem 1fr; gap: 0 .75rem; padding: .4rem 0; border-bottom: 1px solid var(--line); }
ol.rail .mark { text-align: center; color: var(--soft); font-variant-numeric: tabular-nums; }
ol.rail li.closed .words { color: var(--green); }
ol.rail li.open { background: #fff; }
ol.rail li.open .title, ol.rail li.open .words { font-weight: 600; color: var(--blue); }
ol.rail li.waiting { color: var(--soft); }
ol.rail .who { overflow-wrap: anywhere; }
a { color: var(--blue); }
form.sign-in { max-width: 24rem; display: grid; gap: .75rem; margin: 1rem 0; }
label { display: grid; gap: .15rem; }
input, select, button { font: inherit; padding: .45rem .6rem; border: 1px solid #a5a29a; border-radius: 3px; background: #fff; color: inherit; min-height: 2.75rem; }
button { background: var(--blue); color: #fff; border-color: var(--blue); cursor: pointer; }
header button { background: none; color: var(--blue); min-height: 2rem; padding: .1rem .6rem; }
:focus-visible { outline: 3px solid #d08c00; outline-offset: 2px; }
footer { margin-top: 2.5rem; padding-top: .75rem; padding-bottom: 2rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
@media (max-width: 40rem) {
  header, main, footer { padding-left: 1rem; padding-right: 1rem; }
  ol.rail li { grid-template-columns: 2rem 1fr auto; }
  ol.rail .who { grid-column: 2 / -1; }
  .wide { display: none; }
}
@media print { header form { display: none; } }
`;

/** Signing in and out: forms cannot send JSON by themselves. */
export const SCRIPT = `
const send = async (method, path, body) => {
  const answer = await fetch(path, { method, headers: body ? { 'content-type': 'application/json' } : {}, body: body && JSON.stringify(body) });
  if (answer.ok) location.reload();
  else document.getElementById('trouble').textContent = sentence(await answer.json());
};
const sentence = ({ detail, errors = [] }) => [detail, ...errors.map((error) => error.detail)].join('；');
document.querySelector('form.change-password')?.addEventListener('submit', (event) => {
  event.preventDefault();
  void send('POST', '/v1/me/password', Object.fromEntries(new FormData(event.target)));
});
document.querySelector('form.sign-in:not(.change-password)')?.addEventListener('submit', (event) => {
  event.preventDefault();
  void send('POST', '/v1/sessions', Object.fromEntries(new FormData(event.target)));
});
document.querySelector('form.sign-out')?.addEventListener('submit', (event) => {
  event.preventDefault();
  void send('DELETE', '/v1/sessions/current');
});
if (document.body.dataset.live !== undefined) {
  let waiting;
  new EventSource('/v1/stream').addEventListener('change', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => location.reload(), 1500);
  });
}
`;
