import { tokens } from '../xml.ts';
import { STYLE } from './styles.ts';

/** How a placeholder is set: what its paragraph and its letters are told, as Word's XML. */
export interface PlaceholderFormat {
  /** Id of the style of its paragraph; null for the default one. */
  readonly style: string | null;
  readonly paragraph: string;
  readonly run: string;
}

const PARAGRAPH = /<w:p(?:\s[^>]*)?>(?:(?!<w:p[\s>])[\s\S])*?<\/w:p>/g;
const TEXT = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g;
const ONLY_OF_PARAGRAPHS = /<w:(pStyle|numPr|framePr|rPr|sectPr|pPrChange)\b(?:[^>]*\/>|[\s\S]*?<\/w:\1>)/g;

/** How the paragraph with a placeholder is set; null where no paragraph has it. */
export function placeholderFormat(xml: string, placeholder: string): PlaceholderFormat | null {
  const found = (xml.match(PARAGRAPH) ?? []).find((paragraph) =>
    [...paragraph.matchAll(TEXT)]
      .map(([, text = '']) => text)
      .join('')
      .includes(placeholder),
  );
  if (found === undefined) return null;
  const format = formatIn(found);
  return {
    ...format,
    style: /<w:pStyle w:val="([^"]*)"/.exec(format.paragraph)?.[1] ?? null,
    paragraph: format.paragraph.replaceAll(ONLY_OF_PARAGRAPHS, ''),
  };
}

function formatIn(found: string): Pick<PlaceholderFormat, 'paragraph' | 'run'> {
  const paragraph =
    /<w:pPr>([\s\S]*?)<\/w:pPr>(?=<w:r\b|<w:(?:bookmark|proofErr|ins|hyperlink|sdt|smartTag)|<\/w:p>)/.exec(
      found,
    )?.[1] ?? '';
  const run = /<w:r(?:\s[^>]*)?>\s*<w:rPr>([\s\S]*?)<\/w:rPr>/.exec(found)?.[1] ?? '';
  return { paragraph, run };
}

const HEADING_NAME = /^(?:heading|标题)\s*([1-4])$/i;
const HEADING_FONT = ['黑体', '楷体_GB2312', '', ''] as const;

/** What became of the styles of a template. */
export interface FittedStyles {
  /** styles.xml with what was missing. */
  readonly xml: string;
  /** Ids that this program writes, and what the template calls the same style. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Gives a template the styles that a body needs, made of its own: paragraphs look like the placeholder, headings like
 * the template's headings where it has them, otherwise like the body in the type of their level.
 */
export function fittedStyles(xml: string, format: PlaceholderFormat): FittedStyles {
  const own = stylesIn(xml);
  const normal = own.find(({ isDefault }) => isDefault)?.id;
  const base = format.style ?? normal;
  const basedOn = base === undefined ? '' : `<w:basedOn w:val="${base}"/>`;
  const add = [
    style(STYLE.body, '公文正文', basedOn, format.paragraph, format.run),
    style(STYLE.plain, '公文其他', basedOn, withoutIndent(format.paragraph), format.run),
    style(STYLE.table, '公文表格', normal === undefined ? '' : `<w:basedOn w:val="${normal}"/>`, '', ''),
  ];
  const renamed = new Map<string, string>();
  for (const level of [1, 2, 3, 4] as const) {
    const heading = own.find(({ name }) => HEADING_NAME.exec(name)?.[1] === String(level));
    if (heading) renamed.set(`Heading${level}`, heading.id);
    else add.push(headingStyle(level));
  }
  const taken = new Set(own.map(({ id }) => id));
  const missing = add.filter((each) => !taken.has(/w:styleId="([^"]*)"/.exec(each)?.[1] ?? ''));
  return { xml: xml.replace('</w:styles>', () => `${missing.join('')}</w:styles>`), renamed };
}

interface OwnStyle {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
}

/** The styles of a template. */
function stylesIn(xml: string): readonly OwnStyle[] {
  const found: OwnStyle[] = [];
  for (const token of tokens(xml)) {
    if (token.kind !== 'tag') continue;
    const last = found.at(-1);
    if (token.name === 'style') found.push(ownStyle(token.attributes));
    else if (token.name === 'name' && last?.name === '')
      found[found.length - 1] = { ...last, name: token.attributes.get('w:val') ?? '' };
  }
  return found;
}

const ownStyle = (attributes: ReadonlyMap<string, string>): OwnStyle => ({
  id: attributes.get('w:styleId') ?? '',
  name: '',
  isDefault:
    attributes.get('w:type') === 'paragraph' && /^(?:1|true|on)$/.test(attributes.get('w:default') ?? ''),
});

const style = (id: string, name: string, basedOn: string, paragraph: string, run: string): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn}<w:qFormat/>` +
  `${paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`}${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`;

function headingStyle(level: 1 | 2 | 3 | 4): string {
  const font = HEADING_FONT[level - 1] ?? '';
  const run = font === '' ? '' : `<w:rPr><w:rFonts w:eastAsia="${font}"/></w:rPr>`;
  return (
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/>` +
    `<w:basedOn w:val="${STYLE.body}"/><w:next w:val="${STYLE.body}"/><w:qFormat/>` +
    `<w:pPr><w:keepNext/><w:outlineLvl w:val="${level - 1}"/></w:pPr>${run}</w:style>`
  );
}

const withoutIndent = (paragraph: string): string =>
  paragraph.replace(/<w:ind\b[^>]*\/>/, '<w:ind w:firstLine="0" w:firstLineChars="0"/>');
