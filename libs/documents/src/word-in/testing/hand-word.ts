import { rawZip, type RawPart } from './raw-zip.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${OFFICE}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

/** A relationship of the text: its type by its last word. */
export interface HandRelation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly outside?: true;
}

/** A Word file written by hand, as XML. */
export interface HandWord {
  /** What stands in `w:body`. */
  readonly body: string;
  /** What stands in `w:styles` and its like. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly settings?: string;
  readonly relations?: readonly HandRelation[];
  readonly settingsRelations?: readonly HandRelation[];
  /** Parts beside them, or in their place. */
  readonly parts?: readonly RawPart[];
  readonly mainType?: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const relationships = (relations: readonly HandRelation[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations
    .map(
      ({ id, type, target, outside }) =>
        `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

const root = (name: string, content: string): string =>
  `${HEAD}<w:${name} ${NAMESPACES}>${content}</w:${name}>`;

/** The parts of the file, for a test that changes one of them. */
export function handParts(word: HandWord): readonly RawPart[] {
  const main =
    word.mainType ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const optional = [
    ['styles', 'styles', word.styles],
    ['numbering', 'numbering', word.numbering],
    ['footnotes', 'footnotes', word.footnotes],
    ['comments', 'comments', word.comments],
    ['header', 'hdr', word.header],
    ['settings', 'settings', word.settings],
  ] as const;
  const named = optional.flatMap(([part, element, content]) =>
    content === undefined ? [] : [{ part, content: root(element, content) }],
  );
  const own = named.map(({ part }): HandRelation => ({
    id: `own-${part}`,
    type: part,
    target: `${part}.xml`,
  }));
  const parts: readonly RawPart[] = [
    {
      name: '[Content_Types].xml',
      content: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: relationships([{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }]),
    },
    { name: 'word/document.xml', content: root('document', `<w:body>${word.body}</w:body>`) },
    { name: 'word/_rels/document.xml.rels', content: relationships([...own, ...(word.relations ?? [])]) },
    ...named.map(({ part, content }) => ({ name: `word/${part}.xml`, content })),
    ...(word.settingsRelations
      ? [{ name: 'word/_rels/settings.xml.rels', content: relationships(word.settingsRelations) }]
      : []),
  ];
  const replaced = new Set(word.parts?.map(({ name }) => name));
  return [...parts.filter(({ name }) => !replaced.has(name)), ...(word.parts ?? [])];
}

/** The bytes of a Word file written by hand. */
export const handWord = (word: HandWord): Buffer => rawZip(handParts(word));

/** A paragraph of one run, with properties. */
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** Properties that put a paragraph into a list. */
export const listed = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

/** A level of a list. */
export const listLevel = (level: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

/** A cell with its properties. */
export const tc = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;

/** A table of rows of cells. */
export const tbl = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
