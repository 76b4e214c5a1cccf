import { elementsOf, within, type Element } from './element.ts';
import { NotRead, type Trouble } from './unreadable.ts';
import type { Relation, WordPackage } from './word-package.ts';

/** Content types by which a program runs macros whatever the names say. */
const MACRO_TYPES = /macroEnabled|vbaProject|ms-word\.(?:vba|keyMap)|attachedToolbars/i;
const CONTROL_TYPES = /activeX/i;
const OBJECT_TYPES = /oleObject/i;

/** Relationships by their type, whether they lead outside or not. */
const NEVER: { readonly [type: string]: Trouble } = {
  vbaProject: 'macros',
  wordVbaData: 'macros',
  keyMapCustomizations: 'macros',
  attachedToolbars: 'macros',
  oleObject: 'embedded-object',
  control: 'active-control',
  activeXControlBinary: 'active-control',
  aFChunk: 'foreign-part',
  subDocument: 'outside-link',
  frame: 'outside-link',
};

/** Links that a person may follow; they are shown as text and never followed here. */
const HYPERLINK = /^(?:https?:\/\/|mailto:|ftp:\/\/|tel:|#)|^$/i;
/** A template on the disk of whoever wrote it: nothing is fetched from anywhere, and most files have one. */
const OWN_DISK = /^(?:file:\/\/\/)?[A-Za-z]:[\\/]|^[^\\/:]+\.dot[xm]?$/i;

/** Fields that fetch, run or take in something. */
const UNSAFE_FIELD = /^\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|RD|DATABASE)\b/i;

/**
 * Refuses a file that would run something or reach outside.
 *
 * @throws NotRead
 */
export function guard(file: WordPackage): void {
  const types = file.xml('[Content_Types].xml');
  for (const { attributes } of types ? elementsOf(types) : []) guardType(attributes.get('ContentType') ?? '');
  for (const name of file.names.filter((each) => each.endsWith('.rels'))) {
    const part = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
    for (const relation of file.relations(part)) guardRelation(relation);
  }
}

function guardType(type: string): void {
  if (MACRO_TYPES.test(type)) throw new NotRead('macros');
  if (CONTROL_TYPES.test(type)) throw new NotRead('active-control');
  if (OBJECT_TYPES.test(type)) throw new NotRead('embedded-object');
}

function guardRelation({ type, target, outside }: Relation): void {
  const never = NEVER[type];
  if (never) throw new NotRead(never, outside ? target : undefined);
  const trouble = outside ? outsideTrouble(type, target.trim()) : undefined;
  if (trouble) throw new NotRead(trouble, target);
}

function outsideTrouble(type: string, target: string): Trouble | undefined {
  if (type === 'hyperlink') return HYPERLINK.test(target) ? undefined : 'unsafe-hyperlink';
  if (type === 'attachedTemplate') return OWN_DISK.test(target) ? undefined : 'outside-template';
  return type === 'image' ? 'linked-picture' : 'outside-link';
}

/**
 * Refuses parts of a text that fetch something: fields, however they are cut into runs, and pictures by link.
 *
 * @throws NotRead
 */
export function guardText(root: Element): void {
  const open: string[] = [];
  for (const element of within(root)) {
    if (element.name === 'w:fldChar') field(open, element.attributes.get('w:fldCharType'));
    else if (element.name === 'w:instrText' || element.name === 'w:delInstrText') {
      const last = open.length - 1;
      const said = element.children.filter((child) => typeof child === 'string').join('');
      if (last < 0) refuseField(said);
      else open[last] += said;
    } else guardElement(element);
  }
  open.forEach(refuseField);
}

function field(open: string[], type: string | undefined): void {
  const last = open.at(-1);
  if (type === 'begin') {
    // A field whose name another field works out hides what it does.
    if (last?.trim() === '') throw new NotRead('unsafe-field', 'QUOTE');
    open.push('');
  } else if (last !== undefined) refuseField(last);
  if (type === 'end') open.pop();
}

function refuseField(instruction: string): void {
  const found = UNSAFE_FIELD.exec(instruction)?.[1];
  if (found) throw new NotRead('unsafe-field', found.toUpperCase());
}

const NEVER_ELEMENTS: { readonly [name: string]: Trouble } = {
  'w:altChunk': 'foreign-part',
  'w:subDoc': 'outside-link',
  'w:control': 'active-control',
  'o:OLEObject': 'embedded-object',
  'w:objectEmbed': 'embedded-object',
  'w:objectLink': 'embedded-object',
};

function guardElement({ name, attributes }: Element): void {
  const never = NEVER_ELEMENTS[name];
  if (never) throw new NotRead(never);
  if (name === 'w:fldSimple') refuseField(attributes.get('w:instr') ?? '');
  if (LINKS[name]?.some((link) => attributes.get(link))) throw new NotRead('linked-picture');
}

/** Attributes by which a picture is fetched and not embedded. */
const LINKS: { readonly [name: string]: readonly string[] } = {
  'a:blip': ['r:link'],
  'v:imagedata': ['r:href', 'src'],
};
