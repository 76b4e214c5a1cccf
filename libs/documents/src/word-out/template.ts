import { patchDetector, patchDocument, PatchType, type IPatch } from 'docx';
import type { Block } from '../paper/paper.ts';
import { readWord } from '../word-in/read-word.ts';
import { isUnreadable, unreadable, type Unreadable } from '../word-in/unreadable.ts';
import { unzip, type Zip } from '../zip-in.ts';
import { zip } from '../zip-out.ts';
import { blocksOf } from './blocks.ts';
import { marks } from './marks.ts';
import { pageOf, type Page } from './measures.ts';
import { words } from './runs.ts';
import { LIMITS, settled } from './settled.ts';
import { fittedStyles, placeholderFormat } from './template-styles.ts';

/** The placeholder in whose place the body comes; every other one takes a line of words. */
export const BODY_FIELD = '正文';

const MAIN = 'word/document.xml';
const STYLES = 'word/styles.xml';

/** What a template asks for: the words between {{ and }}, each once, in their order. */
export interface TemplateFields {
  readonly fields: readonly string[];
  readonly hasBody: boolean;
}

/** A filled template. What was not given still stands in it as {{…}}. */
export interface Filled {
  readonly bytes: Uint8Array;
  /** Asked for by the template and not given. */
  readonly missing: readonly string[];
  /** Given, and not asked for by the template. */
  readonly unknown: readonly string[];
}

/** The placeholders of a hospital's own template (套红模板). */
export async function fieldsOf(template: Uint8Array): Promise<TemplateFields | Unreadable> {
  const read = readWord(template);
  if (isUnreadable(read)) return read;
  const found = (await patchDetector({ data: template, trimPlaceholders: true })).map((field) =>
    field.trim(),
  );
  const fields = [...new Set(found)];
  return { fields, hasBody: fields.includes(BODY_FIELD) };
}

/**
 * Fills a hospital's own template: {{发文字号}}, {{标题}} … take words in the type that they are set in, {{正文}} takes the
 * body, which follows the template's own styles. The same input is the same bytes.
 *
 * @param at law time (RFC 3339) of what is filled in
 */
export async function fillTemplate(
  template: Uint8Array,
  fields: Readonly<Record<string, string>>,
  body: readonly Block[],
  at: string,
): Promise<Filled | Unreadable> {
  const asked = await fieldsOf(template);
  if (isUnreadable(asked)) return asked;
  const source = unzip(Buffer.from(template), LIMITS);
  if (!source.names.includes(MAIN)) return unreadable('not-a-document');
  const fitted = withStyles(source);
  const withWords = await patched(fitted.bytes, wordPatches(asked, fields));
  const whole = await patched(withWords, bodyPatch(asked, body, pageIn(source)));
  const given = [...Object.keys(fields), ...(body.length > 0 ? [BODY_FIELD] : [])];
  return {
    bytes: settled(restored(whole, fitted.renamed), at),
    missing: asked.fields.filter((field) => !given.includes(field)),
    unknown: given.filter((field) => !asked.fields.includes(field)),
  };
}

type Patches = Readonly<Record<string, IPatch>>;

const patched = (data: Uint8Array, patches: Patches): Promise<Uint8Array> =>
  patchDocument({
    outputType: 'nodebuffer',
    data,
    trimPlaceholders: true,
    keepOriginalStyles: true,
    patches,
  });

/** Stands for two braces that somebody typed, so that his words never become a placeholder; no character of any script. */
const BRACES = '\uFDD0';

function wordPatches({ fields }: TemplateFields, given: Readonly<Record<string, string>>): Patches {
  return Object.fromEntries(
    fields.flatMap((field): readonly (readonly [string, IPatch])[] => {
      const text = Object.hasOwn(given, field) && field !== BODY_FIELD ? given[field] : undefined;
      if (text === undefined) return [];
      return [[field, { type: PatchType.PARAGRAPH, children: [words(text.replaceAll('{{', BRACES))] }]];
    }),
  );
}

/** The body by itself, behind all words: what stands in it is filled in nowhere. */
function bodyPatch({ hasBody }: TemplateFields, body: readonly Block[], page: Page): Patches {
  if (!hasBody || body.length === 0) return {};
  const children = blocksOf(body, { marks: marks(), page, isSheet: false });
  return { [BODY_FIELD]: { type: PatchType.DOCUMENT, children } };
}

interface Fitted {
  readonly bytes: Uint8Array;
  readonly renamed: ReadonlyMap<string, string>;
}

/** The template with the styles that a body needs. */
function withStyles(source: Zip): Fitted {
  const format = placeholderFormat(textIn(source, MAIN), `{{${BODY_FIELD}}}`) ?? {
    style: null,
    paragraph: '',
    run: '',
  };
  const fitted = fittedStyles(textIn(source, STYLES), format);
  return {
    renamed: fitted.renamed,
    bytes: zip(
      source.names.map((name) => ({
        name,
        content: name === STYLES ? fitted.xml : (source.read(name) ?? ''),
      })),
    ),
  };
}

const textIn = (source: Zip, name: string): string => source.read(name)?.toString('utf8') ?? '';

/** The width of the type area as the template has it. */
function pageIn(source: Zip): Page {
  const xml = textIn(source, MAIN);
  const number = (pattern: RegExp): number => Number(pattern.exec(xml)?.[1] ?? Number.NaN);
  const width =
    number(/<w:pgSz\b[^>]*\bw:w="(\d+)"/) -
    number(/<w:pgMar\b[^>]*\bw:left="(\d+)"/) -
    number(/<w:pgMar\b[^>]*\bw:right="(\d+)"/);
  const page = pageOf({});
  return Number.isFinite(width) && width > 0 ? { ...page, width } : page;
}

/** Headings under the ids that the template has for them, and braces where somebody typed them. */
function restored(bytes: Uint8Array, ids: ReadonlyMap<string, string>): Uint8Array {
  const source = unzip(Buffer.from(bytes), LIMITS);
  const restore = (xml: string): string =>
    xml
      .replaceAll(BRACES, '{{')
      .replaceAll(
        /(<w:pStyle w:val=")(Heading[1-4])("\s*\/>)/g,
        (_all, before: string, id: string, after: string) => before + (ids.get(id) ?? id) + after,
      );
  return zip(
    source.names
      .filter((name) => !name.endsWith('/'))
      .map((name) => ({
        name,
        content: PATCHED.test(name) ? restore(textIn(source, name)) : (source.read(name) ?? ''),
      })),
  );
}

/** The parts in which placeholders are filled in. */
const PATCHED = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/;
