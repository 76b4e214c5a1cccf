// The page that shows all pictures side by side: a row a screen, a column for each size and language.
const COLUMNS = [
  ['desk', 'zh', '桌面 中文'],
  ['desk', 'en', 'Desk English'],
  ['phone', 'zh', '手机 中文'],
  ['phone', 'en', 'Phone English'],
];

const STYLE = `body{margin:1rem;background:#e9edf1;color:#1b2430;font:14px/1.5 'Noto Sans SC','Microsoft YaHei',sans-serif}
table{border-collapse:collapse}
thead th{position:sticky;top:0;background:#1d4f7c;color:#fff;text-align:left}
th,td{padding:.5rem;border:1px solid #c5cdd6;vertical-align:top}
tbody th{text-align:left;white-space:nowrap}
td{background:#fff}
img{display:block;height:24rem;border:1px solid #d9dee5}
small{color:#5b6470}`;

const escaped = (text) =>
  text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

function cell(taken, name, size, language) {
  const picture = taken.find((one) => one.name === name && one.size === size && one.language === language);
  if (!picture) return '<td></td>';
  const { file, address } = picture;
  return `<td><a href="${file}"><img loading="lazy" src="${file}" alt="${escaped(`${name} ${size} ${language}`)}"></a><small>${escaped(address)}</small></td>`;
}

/** The document, with everything that it needs but the pictures. */
export function sheetOf(screens, taken) {
  const columns = COLUMNS.filter(([size, language]) =>
    taken.some((one) => one.size === size && one.language === language),
  );
  const rows = screens.map(
    ({ name, login }) =>
      `<tr><th scope="row">${escaped(name)}<br><small>${escaped(login ?? '—')}</small></th>${columns
        .map(([size, language]) => cell(taken, name, size, language))
        .join('')}</tr>`,
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>谋定：全部界面</title><style>${STYLE}</style>
<h1>谋定：全部界面 Every screen</h1>
<table><thead><tr><th scope="col">界面 Screen</th>${columns
    .map(([, , title]) => `<th scope="col">${title}</th>`)
    .join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></html>
`;
}
