import { BadXml, tokens, type Token } from '../xml.ts';
import { NotRead } from './unreadable.ts';

/** An element of an XML part; its name has the prefix that the standard gives to its namespace: `w:p`. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
}

const OFFICE = '(?:schemas\\.openxmlformats\\.org|purl\\.oclc\\.org/ooxml)';

/** Programs choose prefixes freely; the namespaces are the same in all, but for strict files. */
const PREFIXES: readonly (readonly [string, RegExp])[] = [
  ['w', new RegExp(`${OFFICE}/wordprocessingml/(?:2006/)?main$`)],
  ['r', new RegExp(`${OFFICE}/officeDocument/(?:2006/)?relationships$`)],
  ['wp', new RegExp(`${OFFICE}/drawingml/(?:2006/)?wordprocessingDrawing$`)],
  ['a', new RegExp(`${OFFICE}/drawingml/(?:2006/)?main$`)],
  ['pic', new RegExp(`${OFFICE}/drawingml/(?:2006/)?picture$`)],
  ['c', new RegExp(`${OFFICE}/drawingml/(?:2006/)?chart$`)],
  ['dgm', new RegExp(`${OFFICE}/drawingml/(?:2006/)?diagram$`)],
  ['m', new RegExp(`${OFFICE}/officeDocument/(?:2006/)?math$`)],
  ['mc', /markup-compatibility\/2006$/],
  ['wps', /wordprocessingShape$/],
  ['v', /^urn:schemas-microsoft-com:vml$/],
  ['o', /^urn:schemas-microsoft-com:office:office$/],
];

/** How things look; nothing of it is read, and it is half of a file. */
const LOOKS = new Set(
  'rFonts lang sz szCs color kern bCs iCs spacing ind jc b i u shd highlight tabs pBdr rtl cs snapToGrid w noProof adjustRightInd autoSpaceDE autoSpaceDN overflowPunct kinsoku wordWrap topLinePunct widowControl keepNext keepLines contextualSpacing mirrorIndents textAlignment proofErr lastRenderedPageBreak tcBorders tcW tcMar tblBorders tblW tblCellMar tblLook tblLayout tblInd trHeight cnfStyle sectPr'
    .split(' ')
    .map((name) => `w:${name}`),
);

/** Nesting beyond this is no document. */
const DEEPEST = 200;

const NONE: ReadonlyMap<string, string> = new Map();

interface Open {
  readonly element: Element;
  readonly children: (Element | string)[];
}

/**
 * The root of an XML part, without what only says how things look.
 *
 * @throws BadXml
 * @throws NotRead when it has more elements than allowed
 */
export function elementOf(xml: string, most: number): Element {
  const builder = builderOf(most);
  for (const token of tokens(xml)) {
    if (token.kind === 'text') builder.text(token.text);
    else if (token.kind === 'end') builder.end(token.name);
    else builder.begin(token);
  }
  return builder.root();
}

type Tag = Extract<Token, { kind: 'tag' }>;

/** Puts elements together; what only says how things look is passed over with all in it. */
function builderOf(most: number): {
  text(text: string): void;
  begin(tag: Tag): void;
  end(name: string): void;
  root(): Element;
} {
  const named = namer();
  const open: Open[] = [begun('', NONE)];
  let [count, skipped] = [0, 0];
  const begin = (tag: Tag): void => {
    const inner = tag.closes ? 0 : 1;
    const element = skipped > 0 ? undefined : begun(...named(tag.written, tag.attributes));
    if (!element || LOOKS.has(element.element.name)) {
      skipped += inner;
      return;
    }
    count += 1;
    if (count > most) throw new NotRead('too-complex');
    add(open, element, tag.closes);
  };
  return {
    begin,
    text: (text) => void (skipped === 0 && open.length > 1 && open.at(-1)?.children.push(text)),
    end(name) {
      if (skipped > 0) skipped -= 1;
      else close(open, name);
    },
    root() {
      const root = open[0]?.children.find((child) => typeof child !== 'string');
      if (open.length !== 1 || !root) throw new BadXml('it does not end');
      return root;
    },
  };
}

function begun(name: string, attributes: ReadonlyMap<string, string>): Open {
  const children: (Element | string)[] = [];
  return { element: { name, attributes, children }, children };
}

function add(open: Open[], element: Open, closes: boolean): void {
  open.at(-1)?.children.push(element.element);
  if (closes) return;
  if (open.length > DEEPEST) throw new NotRead('too-complex');
  open.push(element);
}

function close(open: Open[], name: string): void {
  const last = open.pop();
  if (open.length === 0 || last?.element.name.replace(/^.*:/, '') !== name)
    throw new BadXml(`${name} was not open`);
}

/** Gives names the prefixes of the standard, by the namespaces that the part declares. */
function namer(): (
  written: string,
  attributes: ReadonlyMap<string, string>,
) => readonly [string, ReadonlyMap<string, string>] {
  const prefixes = new Map<string, string>();
  const renamed = new Map<string, string>();
  const rename = (written: string, isAttribute: boolean): string => {
    const colon = written.indexOf(':');
    if (colon < 0 && isAttribute) return written;
    const prefix = colon < 0 ? '' : written.slice(0, colon);
    const standard = prefixes.get(prefix);
    return standard === undefined ? written : `${standard}:${written.slice(colon + 1)}`;
  };
  const nameOf = (written: string): string => {
    const known = renamed.get(written) ?? rename(written, false);
    renamed.set(written, known);
    return known;
  };
  return (written, attributes) => {
    if (attributes.size === 0) return [nameOf(written), NONE];
    if (declare(prefixes, attributes)) renamed.clear();
    const entries = [...attributes].map(([name, value]) => [rename(name, true), value] as const);
    return [nameOf(written), new Map(entries)];
  };
}

/** Learns the namespaces that an element declares; whether there were any. */
function declare(prefixes: Map<string, string>, attributes: ReadonlyMap<string, string>): boolean {
  let found = false;
  for (const [name, uri] of attributes) {
    if (!name.startsWith('xmlns')) continue;
    const standard = PREFIXES.find(([, pattern]) => pattern.test(uri))?.[0];
    const prefix = name === 'xmlns' ? '' : name.slice('xmlns:'.length);
    if (standard === undefined) prefixes.delete(prefix);
    else prefixes.set(prefix, standard);
    found = true;
  }
  return found;
}

/** The children of an element that are elements. */
export const elementsOf = ({ children }: Element): readonly Element[] =>
  children.filter((child) => typeof child !== 'string');

/** The first child of this name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find(
    (child): child is Element => typeof child !== 'string' && child.name === name,
  );
}

/** The children of this name. */
export const childrenOf = (element: Element | undefined, name: string): readonly Element[] =>
  element ? elementsOf(element).filter((child) => child.name === name) : [];

/** `w:val` of the first child of this name. */
export const valueOf = (element: Element | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes.get('w:val');

/** A switch such as `w:vanish`: there, and not turned off. */
export function isOn(element: Element | undefined, name: string): boolean {
  const found = childOf(element, name);
  return found !== undefined && !/^(?:0|false|off|none)$/.test(found.attributes.get('w:val') ?? '');
}

/** Every element below, whatever its depth, in the order of the text. */
export function* within(element: Element): Generator<Element> {
  for (const child of elementsOf(element)) {
    yield child;
    yield* within(child);
  }
}

/** All words in it. */
export const wordsIn = (element: Element, name: string): string =>
  [...within(element)]
    .filter((each) => each.name === name)
    .map(({ children }) => children.filter((child) => typeof child === 'string').join(''))
    .join('');
