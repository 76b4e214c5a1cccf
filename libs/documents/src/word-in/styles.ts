import { childOf, childrenOf, valueOf, type Element } from './element.ts';

/** To which list a paragraph belongs, as far as it or its style says. */
export interface ListPlace {
  readonly list: string | undefined;
  readonly level: number | undefined;
}

/** A paragraph style with what it takes over from the styles below it. */
export interface Style {
  readonly id: string;
  readonly name: string;
  /** 大纲级别 from 0; undefined for body text. */
  readonly outline: number | undefined;
  readonly place: ListPlace | undefined;
  readonly hidden: boolean;
}

/** The styles of a file by id. */
export interface Styles {
  of(id: string | undefined): Style | undefined;
  /** The list of a numbering style (列表样式). */
  listOf(id: string): string | undefined;
}

/** Chains of styles that take over from each other are short; a circle is cut. */
const LONGEST_CHAIN = 12;

/** What Word calls its headings, and what WPS and older files call theirs. */
const HEADING = /^(?:heading|标题)\s*([1-9])$/i;

/** Reads styles.xml; a file without it has none. */
export function stylesOf(root: Element | undefined): Styles {
  const all = new Map(
    childrenOf(root, 'w:style').map((each) => [each.attributes.get('w:styleId') ?? '', each]),
  );
  const standard = [...all.values()].find(
    ({ attributes }) => attributes.get('w:type') === 'paragraph' && attributes.get('w:default') === '1',
  );
  const known = new Map<string, Style | undefined>();
  const of = (id: string | undefined): Style | undefined => {
    const wanted = id ?? standard?.attributes.get('w:styleId');
    if (wanted === undefined) return undefined;
    if (!known.has(wanted)) known.set(wanted, styleOf(chainOf(wanted, all)));
    return known.get(wanted);
  };
  const listOf = (id: string): string | undefined =>
    chainOf(id, all)
      .map((style) => placeOf(childOf(style, 'w:pPr'))?.list)
      .find((list) => list !== undefined);
  return { of, listOf };
}

/** A style and those that it is based on, itself first. */
function chainOf(id: string, all: ReadonlyMap<string, Element>): readonly Element[] {
  const chain: Element[] = [];
  let next = all.get(id);
  while (next && chain.length < LONGEST_CHAIN && !chain.includes(next)) {
    chain.push(next);
    next = all.get(valueOf(next, 'w:basedOn') ?? '');
  }
  return chain;
}

function styleOf(chain: readonly Element[]): Style | undefined {
  const [own] = chain;
  if (!own) return undefined;
  const first = <T>(read: (style: Element) => T | undefined): T | undefined =>
    chain.map(read).find((value) => value !== undefined);
  const lists = chain.map((style) => placeOf(childOf(style, 'w:pPr')));
  const list = lists.find((place) => place?.list !== undefined)?.list;
  const level = lists.find((place) => place?.level !== undefined)?.level;
  return {
    id: own.attributes.get('w:styleId') ?? '',
    name: valueOf(own, 'w:name') ?? '',
    outline: first((style) => outlineOf(childOf(style, 'w:pPr')) ?? byName(valueOf(style, 'w:name') ?? '')),
    place: list === undefined ? undefined : { list, level },
    hidden: chain.some((style) => childOf(childOf(style, 'w:rPr'), 'w:vanish') !== undefined),
  };
}

const byName = (name: string): number | undefined => {
  const level = HEADING.exec(name.trim())?.[1];
  return level === undefined ? undefined : Number(level) - 1;
};

/** Nine means body text: it ends the search among the styles below. */
export function outlineOf(properties: Element | undefined): number | undefined {
  const value = valueOf(properties, 'w:outlineLvl');
  return value !== undefined && /^\d$/.test(value) ? Number(value) : undefined;
}

/** `w:numPr`; list 0 takes a paragraph out of its list. */
export function placeOf(properties: Element | undefined): ListPlace | undefined {
  const numbering = childOf(properties, 'w:numPr');
  if (!numbering) return undefined;
  const level = valueOf(numbering, 'w:ilvl');
  return { list: valueOf(numbering, 'w:numId'), level: level === undefined ? undefined : Number(level) };
}
