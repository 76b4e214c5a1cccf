import { childOf, childrenOf, elementsOf, within, wordsIn, type Element } from './element.ts';
import type { WordComment, WordIn } from './word.ts';
import type { WordPackage } from './word-package.ts';

/** The part that the text names by a relationship of this type. */
function partOf(file: WordPackage, type: string): Element | undefined {
  const target = file.relations(file.main).find((each) => each.type === type && !each.outside)?.target;
  return target === undefined ? undefined : file.xml(target);
}

/** styles.xml, numbering.xml and their like. */
export const namedPart = partOf;

/** The words of a part's paragraphs, a line each. */
const linesOf = (element: Element): string =>
  [...within(element)]
    .filter(({ name }) => name === 'w:p')
    .map((paragraph) => wordsIn(paragraph, 'w:t').trim())
    .filter((line) => line !== '')
    .join('\n');

/** Texts of footnotes and endnotes by the kind of their reference and id. */
export function notesOf(file: WordPackage): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const kind of ['footnote', 'endnote'] as const)
    for (const note of childrenOf(partOf(file, `${kind}s`), `w:${kind}`))
      if (!note.attributes.has('w:type'))
        notes.set(`w:${kind}Reference ${note.attributes.get('w:id')}`, linesOf(note).replaceAll('\n', ' '));
  return notes;
}

/** 批注 by id. */
export function commentsOf(file: WordPackage): ReadonlyMap<string, Pick<WordComment, 'by' | 'at' | 'text'>> {
  return new Map(
    childrenOf(partOf(file, 'comments'), 'w:comment').map((comment) => [
      comment.attributes.get('w:id') ?? '',
      {
        by: comment.attributes.get('w:author') ?? '',
        at: comment.attributes.get('w:date') ?? '',
        text: linesOf(comment),
      },
    ]),
  );
}

/** 页眉页脚, each wording once; page numbers alone are none. */
export function headersFootersOf(file: WordPackage): WordIn['headersFooters'] {
  const seen = new Set<string>();
  return file.relations(file.main).flatMap(({ type, target, outside }) => {
    if (outside || (type !== 'header' && type !== 'footer')) return [];
    const root = file.xml(target);
    const text = root ? linesOf(root) : '';
    if (
      seen.has(`${type} ${text}`) ||
      !/[\p{L}\p{So}]/u.test(text.replaceAll(/第\s*\d*\s*页|共\s*\d*\s*页/g, ''))
    )
      return [];
    seen.add(`${type} ${text}`);
    return [{ where: type, text } as const];
  });
}

/** What the file says of itself: custom properties by name, `author` and `lastModifiedBy`. */
export function propertiesOf(file: WordPackage): Readonly<Record<string, string>> {
  const custom = file.xml('docProps/custom.xml');
  const core = file.xml('docProps/core.xml');
  const own = (custom ? elementsOf(custom) : []).map(
    (property) => [property.attributes.get('name') ?? '', textIn(property)] as const,
  );
  const said = [
    ['author', childOf(core, 'dc:creator')],
    ['lastModifiedBy', childOf(core, 'cp:lastModifiedBy')],
  ] as const;
  const known = said.flatMap(([name, element]) => (element ? [[name, textIn(element)] as const] : []));
  return Object.fromEntries([...known, ...own].filter(([name]) => name !== '' && name !== '__proto__'));
}

const textIn = (element: Element): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : textIn(child)))
    .join('')
    .trim();
