/** One part of HTML; attributes as they stand. */
export type HtmlToken =
  | { readonly kind: 'tag'; readonly name: string; readonly attributes: string; readonly closes: boolean }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const SILENT = new Set([
  'script',
  'style',
  'head',
  'title',
  'xml',
  'template',
  'noscript',
  'object',
  'iframe',
  'svg',
]);
const NAMED: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
  permil: '‰',
  deg: '°',
};

/**
 * The parts of a piece of HTML as an office program puts it on the clipboard. Nothing runs and nothing is fetched:
 * scripts, styles and comments are left out, and Word's conditions (`<![if !supportLists]>`), but not what stands in them.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (end > at) yield { kind: 'text', text: words(html.slice(at, end)) };
    if (open < 0) return;
    const [token, next] = markAt(html, open);
    if (token) yield token;
    at = isSilent(token) ? behindElement(html, next, token.name) : next;
  }
}

const isSilent = (token: HtmlToken | null): token is Extract<HtmlToken, { kind: 'tag' }> =>
  token?.kind === 'tag' && !token.closes && SILENT.has(token.name);

/** The token of a mark, and where the next part begins; null for what says nothing. */
function markAt(html: string, open: number): readonly [HtmlToken | null, number] {
  if (html.startsWith('<!--', open)) return [null, behind(html, open + 4, '-->')];
  const close = html.indexOf('>', open);
  if (close < 0) return [{ kind: 'text', text: words(html.slice(open)) }, html.length];
  const inner = html.slice(open + 1, close);
  if (/^[!?]/.test(inner)) return [null, close + 1];
  const token = tagOf(inner);
  return token ? [token, close + 1] : [{ kind: 'text', text: '<' }, open + 1];
}

function tagOf(inner: string): HtmlToken | null {
  const [, slash, written = '', attributes = ''] = /^(\/?)([A-Za-z][\w:-]*)([\s\S]*)$/.exec(inner) ?? [];
  if (slash === undefined) return null;
  const name = written.toLowerCase();
  return slash === '/'
    ? { kind: 'end', name }
    : { kind: 'tag', name, attributes, closes: inner.endsWith('/') };
}

/** Behind the next mark, or at the end where there is none. */
function behind(html: string, from: number, mark: string): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

function behindElement(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}[^>]*>`, 'gi');
  end.lastIndex = from;
  return end.test(html) ? end.lastIndex : html.length;
}

const words = (text: string): string =>
  text.replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '';
  });
