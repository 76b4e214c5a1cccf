import { BadXml } from '../xml.ts';
import { BadZip, unzip, type Zip } from '../zip-in.ts';
import { holdToBudget } from './budget.ts';
import { elementOf, elementsOf, type Element } from './element.ts';
import type { WordLimits } from './limits.ts';
import { NotRead, type Trouble } from './unreadable.ts';
import { xmlText } from './xml-text.ts';

/** A relationship of a part: to another part by its name, or to something outside. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `image`, `hyperlink`, `footnotes`. */
  readonly type: string;
  readonly target: string;
  readonly outside: boolean;
}

/** The parts of a Word file, checked: nothing of it runs, reaches outside or grows. */
export interface WordPackage {
  readonly names: readonly string[];
  /** Name of the part with the text. */
  readonly main: string;
  /** @throws NotRead */
  xml(name: string): Element | undefined;
  bytes(name: string): Buffer | undefined;
  relations(part: string): readonly Relation[];
}

const XML = /\.(?:xml|rels|vml)$/i;
const ARCHIVES = /^(?:504b0304|504b0506|1f8b08|377abcaf|526172211a)/;
const OLE = 'd0cf11e0a1b11ae1';
/** The figures of a chart are in a workbook of their own; it is never opened. */
const CHART_DATA = /^word\/embeddings\/[^/]+\.xlsx$/i;

/** Parts by their names that make a file more than text. */
const NAMED: readonly (readonly [RegExp, Trouble])[] = [
  [/vbaproject|vbadata|\/macros?\//i, 'macros'],
  [/activex/i, 'active-control'],
  [
    /\/embeddings\/.*\.(?:bin|docm?|xls[bm]?|pptm?|vsdx?|msg|exe|js|hta|lnk|bat|cmd|ps1|html?)$/i,
    'embedded-object',
  ],
  [/afchunk/i, 'foreign-part'],
];

/**
 * Opens a Word file and looks at every part of it once.
 *
 * @throws NotRead
 * @throws BadZip
 * @throws BadXml
 */
export function openPackage(bytes: Buffer, limits: WordLimits): WordPackage {
  const zip = unzip(bytes, limits);
  for (const name of zip.names) refuseNamed(name);
  holdToBudget(bytes, zip, limits);
  for (const { name } of zip.entries) look(zip, name, limits);
  const known = new Map<string, Element | undefined>();
  const xml = (name: string): Element | undefined => {
    if (!known.has(name)) {
      const part = zip.read(name);
      known.set(name, part && elementOf(xmlText(part), limits.elements));
    }
    return known.get(name);
  };
  const relations = (part: string): readonly Relation[] => relationsOf(xml(relsOf(part)), part);
  return {
    names: zip.names,
    main: mainOf(relations(''), zip),
    xml,
    relations,
    bytes: (name) => zip.read(name),
  };
}

function refuseNamed(name: string): void {
  const found = NAMED.find(([pattern]) => pattern.test(name));
  if (found) throw new NotRead(found[1], name.replace(/^.*\//, ''));
}

/** Unpacks a part once: that it is what it declares, and carries nothing that it must not. */
function look(zip: Zip, name: string, limits: WordLimits): void {
  const part = zip.read(name);
  if (!part) return;
  const head = part.toString('hex', 0, 8);
  if (head === OLE) throw new NotRead('embedded-object', name.replace(/^.*\//, ''));
  if (ARCHIVES.test(head)) lookInside(part, name, limits);
  else if (XML.test(name)) {
    if (part.length > limits.xml) throw new NotRead('too-complex');
    xmlText(part);
  }
}

/** An archive in the file: the workbook of a chart without macros passes, unopened. */
function lookInside(part: Buffer, name: string, limits: WordLimits): void {
  if (!CHART_DATA.test(name)) throw new NotRead('archive-inside', name.replace(/^.*\//, ''));
  const inner = unzip(part, limits);
  for (const each of inner.names) refuseNamed(each);
  if (inner.names.some((each) => /\.(?:zip|docx|xlsx|bin|exe)$/i.test(each)))
    throw new NotRead('archive-inside', name.replace(/^.*\//, ''));
}

const relsOf = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
};

function relationsOf(root: Element | undefined, part: string): readonly Relation[] {
  if (!root) return [];
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return elementsOf(root).map(({ attributes }) => {
    const outside = attributes.get('TargetMode')?.toLowerCase() === 'external';
    const target = attributes.get('Target') ?? '';
    return {
      id: attributes.get('Id') ?? '',
      type: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
      target: outside ? target : resolved(folder, target),
      outside,
    };
  });
}

/** The name of a part by a path from a folder; it cannot leave the package. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** @throws NotRead when it is another kind of file */
function mainOf(relations: readonly Relation[], zip: Zip): string {
  const main = relations.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  if (zip.names.includes(main) && /\.xml$/i.test(main) && !/^(?:xl|ppt)\//.test(main)) return main;
  throw new NotRead(kindOf(zip.names));
}

function kindOf(names: readonly string[]): Trouble {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^xl\//)) return 'spreadsheet';
  if (has(/^ppt\//)) return 'presentation';
  if (has(/^OFD\.xml$/i)) return 'ofd';
  return 'not-a-document';
}

/** A fault of the zip or of its XML as an answer; undefined for what is no fault of the file. */
export function faultOf(error: unknown): NotRead | undefined {
  if (error instanceof NotRead) return error;
  if (error instanceof BadZip) return new NotRead(error.fault);
  return error instanceof BadXml || error instanceof RangeError ? new NotRead('broken') : undefined;
}
