const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet would compute, also behind spaces; a tab and a carriage return begin a cell of another kind. */
const COMPUTED = /^[\s]*[=+\-@\t\r]/u;
const QUOTED = /[",\r\n]/;

/** A cell as text: what begins like a formula gets an apostrophe in front, which a spreadsheet shows as text. */
function cell(words: string): string {
  const safe = COMPUTED.test(words) ? `'${words}` : words;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as .csv in UTF-8 with a byte order mark, so that WPS and Excel read Chinese; nothing in it is ever computed. */
export const writeCsv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join(''));
