import type { CaughtMail, Mailbox } from './mailbox.ts';

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Everything that a mail says is text. */
const text = (said: string): string => said.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

export const STYLE = `body { font: 16px/1.7 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2733; }
h1 { font-size: 1.3rem; } p { color: #4a5867; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #d5dde5; vertical-align: top; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f7fa; padding: 1rem; font: inherit; }
a { color: #0b5cad; }
td:first-child { white-space: nowrap; }
@media (max-width: 40rem) { thead { display: none; } td { display: block; border: 0; padding: .1rem 0; } td:last-child { border-bottom: 1px solid #d5dde5; padding-bottom: .6rem; } }`;

/** Real time of arrival, as a clock on a wall in China shows it. */
const beijing = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const page = (title: string, refresh: boolean, content: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh ? '<meta http-equiv="refresh" content="10">\n' : ''}<title>${text(title)}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%231d4f7c'/%3E%3Cpath d='M8 23V9h4l4 7 4-7h4v14h-4v-7l-4 6-4-6v7z' fill='%23fff'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/style.css">
</head>
<body>
${content}
</body>
</html>
`;

/** All kept mails, the newest first. */
export function listPage(mailbox: Mailbox): string {
  const mails = mailbox.list();
  const rows = mails.map(
    ({ no, at, recipients, subject }) =>
      `<tr><td>${beijing(at)}</td><td>${text(recipients.join('、'))}</td><td><a href="/mails/${no}">${text(subject || '（无主题）')}</a></td></tr>`,
  );
  return page(
    '演练收件箱',
    true,
    `<h1>演练收件箱 Inbox</h1>
<p>本机收到的邮件，不外发。只存内存，最多保留 ${mailbox.limit} 封，超出时丢弃最早的；停止后全部清空。启动以来共收到 ${mailbox.caught()} 封，现存 ${mails.length} 封。</p>
<p lang="en">Mail caught on this machine; none goes out. In memory only, at most ${mailbox.limit}, the oldest make room.</p>
<table><thead><tr><th>收到时间</th><th>收件人</th><th>主题</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
${mails.length === 0 ? '<p>还没有邮件。</p>' : ''}`,
  );
}

/** One mail as text, with its headers as they came. */
export function mailPage({ no, at, recipients, subject, headers, text: body }: CaughtMail): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return page(
    subject || `第 ${no} 封`,
    false,
    `<p><a href="/">返回收件箱 Back</a></p>
<h1>${text(subject || '（无主题）')}</h1>
<p>收件人：${text(recipients.join('、'))}　收到时间：${beijing(at)}</p>
<pre>${text(body)}</pre>
<h2>邮件头 Headers</h2>
<pre>${text(lines)}</pre>`,
  );
}
