/** Thrown for XML that is not what office programs write. */
export class BadXml extends Error {}

/** One part of an XML text. `closes` of an empty tag: it opens and closes at once. */
export type Token =
  | {
      readonly kind: 'tag';
      readonly name: string;
      /** Its name as written, with the prefix. */
      readonly written: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly closes: boolean;
    }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const TAG = /<([\w.:-]+)((?:\s+[\w.:-]+="[^"<]*"|\s+[\w.:-]+='[^'<]*')*)\s*(\/?)>/y;
const END = /<\/([\w.:-]+)\s*>/y;
const SKIPPED = /<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->/y;
const TEXT = /[^<]+/y;
const ATTRIBUTE = /([\w.:-]+)=(?:"([^"]*)"|'([^']*)')/g;

/**
 * The parts of a small XML text, in their order. There are no document types and no entities but the five of the
 * standard and numbers: nothing can be expanded, and nothing fetched.
 *
 * @throws BadXml
 */
export function* tokens(xml: string): Generator<Token> {
  let at = xml.startsWith('\uFEFF') ? 1 : 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < xml.length) {
    const text = take(TEXT);
    if (text) yield { kind: 'text', text: decoded(text[0]) };
    else if (!take(SKIPPED)) yield tagAt(take, at);
  }
}

function tagAt(take: (pattern: RegExp) => RegExpExecArray | null, at: number): Token {
  const end = take(END);
  if (end) return { kind: 'end', name: localName(end[1]) };
  const tag = take(TAG);
  if (!tag) throw new BadXml(`not understood at ${at}`);
  const attributes = [...(tag[2] ?? '').matchAll(ATTRIBUTE)].map(
    ([, name = '', double, single]) => [name, decoded(double ?? single ?? '')] as const,
  );
  const written = tag[1] ?? '';
  return {
    kind: 'tag',
    name: localName(written),
    written,
    attributes: new Map(attributes),
    closes: tag[3] === '/',
  };
}

/** Programs write the same names with and without a prefix. */
const localName = (name = ''): string => name.slice(name.indexOf(':') + 1);

const NAMED: { readonly [entity: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replaceAll(/&([^;\s&]{1,10});/g, (whole, entity: string) => {
    if (!entity.startsWith('#')) return NAMED[entity] ?? whole;
    const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return isCharacter(code) ? String.fromCodePoint(code) : '';
  });

/** Halves of a character are none. */
const isCharacter = (code: number): boolean =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);

/** What XML 1.0 has no way to say, spelled out: a reader would refuse the whole file for one of them. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text without what XML cannot say. */
export const sayable = (text: string): string => text.replaceAll(FORBIDDEN, '');

/** A text as it stands in XML, in an element or an attribute. */
export const escaped = (text: string): string =>
  sayable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
