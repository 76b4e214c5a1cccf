import {
  textOf,
  type NotImported,
  type WordIn,
  type WordParagraph,
  type WordResidue,
  type WordRevision,
} from '@mouding/documents';
import { isHeading } from '@mouding/text';

type Language = 'zh' | 'en';
type Pair = readonly [string, string];

/** What a view of one file needs to say: the language, and where a paragraph stands. */
interface Speech {
  readonly say: (pair: Pair) => string;
  readonly at: (paragraph: number) => string;
}

/** A file as a person wants to see it: what was recognised, then what has to be looked at. */
export function importLines(word: WordIn, language: Language): readonly string[] {
  const say = ([zh, en]: Pair): string => (language === 'zh' ? zh : en);
  const lineOf = linesOf(word);
  const at = (paragraph: number): string => say([`第${lineOf(paragraph)}行`, `line ${lineOf(paragraph)}`]);
  const parts = [...recognisedParts(word, { say, at }), ...openParts(word, { say, at })];
  return [
    say(total(word)),
    ...parts.flatMap(([name, lines]) =>
      lines.length === 0 ? [] : ['', `${say(name)} ${lines.length}`, ...lines.map((line) => `  ${line}`)],
    ),
    '',
  ];
}

type Part = readonly [Pair, readonly string[]];

function recognisedParts(word: WordIn, speech: Speech): readonly Part[] {
  const { say, at } = speech;
  const picture = ({ name, media, bytes, paragraph }: WordIn['pictures'][number]): string =>
    `${at(paragraph)}  ${name}（${media.slice('image/'.length)}，${Math.ceil(bytes.length / 1024)} KB）`;
  const comment = ({ by, quote, text, paragraph }: WordIn['comments'][number]): string =>
    `${at(paragraph)}  ${by}：${quote && `“${short(quote)}” `}${text}`;
  return [
    [['标题', 'Headings'], word.paragraphs.filter(({ kind }) => isHeading(kind)).map(headingLine)],
    [['表格', 'Tables'], tableLines(word, speech)],
    [['图片', 'Pictures'], word.pictures.map(picture)],
    [
      ['修订', 'Revisions'],
      word.revisions.list.map((each) => `${at(each.paragraph)}  ${revisionLine(each, say)}`),
    ],
    [['批注', 'Comments'], word.comments.map(comment)],
  ];
}

function openParts(word: WordIn, speech: Speech): readonly Part[] {
  const { say, at } = speech;
  const missed = ({ kind, text, paragraph }: NotImported): string =>
    `${at(paragraph)}  ${say(MISSED[kind])}${text && `：${short(text)}`}`;
  return [
    [['未导入', 'Not imported'], word.notImported.map(missed)],
    [['页眉页脚', 'Headers and footers'], word.headersFooters.map(({ text }) => short(text))],
    [['导入残留', 'Residue'], residueLines(word.residue, speech)],
    [
      ['请核对', 'To be looked at'],
      word.warnings.map(({ zh, en, paragraph }) => `${at(paragraph)}  ${say([zh, en])}`),
    ],
  ];
}

function total(word: WordIn): Pair {
  const count = (keep: (paragraph: WordParagraph) => boolean): number => word.paragraphs.filter(keep).length;
  const headings = count(({ kind }) => isHeading(kind));
  const guessed = count(({ told }) => told === 'writing');
  const [tables, characters] = [
    count(({ kind }) => kind === 'table'),
    textOf(word).replaceAll(/\s/gu, '').length,
  ];
  const rest = word.paragraphs.length - headings - tables;
  return [
    `标题 ${headings}（其中按写法识别 ${guessed}），段落 ${rest}，表格 ${tables}，共 ${characters} 字。`,
    `${headings} headings (${guessed} of them by how they are written), ${rest} paragraphs, ${tables} tables, ${characters} characters.`,
  ];
}

const headingLine = ({ depth, text, told }: WordParagraph): string =>
  `${'  '.repeat(depth - 1)}${short(text)}${told === 'writing' ? ' ·' : ''}`;

function tableLines(word: WordIn, { at, say }: Speech): readonly string[] {
  return word.paragraphs.flatMap(({ rows }, i) => {
    if (!rows) return [];
    const [height, width] = [rows.length, rows[0]?.length ?? 0];
    const size = say([`${height} 行 × ${width} 列`, `${height} rows × ${width} columns`]);
    return [`${at(i)}  ${size}  ${short(rows[0]?.filter((cell) => cell !== '').join(' | ') ?? '')}`];
  });
}

const HOW: Readonly<Record<WordRevision['how'], Pair>> = {
  in: ['增加', 'in'],
  out: ['删去', 'out'],
  'moved-in': ['移入', 'moved in'],
  'moved-out': ['移出', 'moved out'],
  format: ['格式', 'format'],
  'row-in': ['增加一行', 'row in'],
  'row-out': ['删去一行', 'row out'],
};

function revisionLine({ by, at, how, text }: WordRevision, say: (pair: Pair) => string): string {
  const words = text === '' ? '' : `“${short(text)}”`;
  return [by, at.slice(0, 10), `${say(HOW[how])}${words}`].filter((part) => part !== '').join(' ');
}

const MISSED: Readonly<Record<NotImported['kind'], Pair>> = {
  chart: ['图表', 'chart'],
  'text-box': ['文本框', 'text box'],
  'smart-art': ['SmartArt 图形', 'SmartArt'],
  drawing: ['图形', 'drawing'],
  formula: ['公式（仅留文字）', 'formula (its signs only)'],
  picture: ['不能显示的图片', 'picture of an unknown kind'],
  ink: ['手写', 'ink'],
  'form-control': ['表单控件', 'form control'],
  'hidden-text': ['隐藏文字', 'hidden text'],
};

const RESIDUE: Readonly<Record<WordResidue['kind'], Pair>> = {
  contents: ['自动生成的目录（未读入）', 'generated table of contents (left out)'],
  'page-reference': ['页码引用', 'reference to a page'],
  hyperlink: ['超链接（按文字读入）', 'hyperlink (read as text)'],
  'broken-reference': ['失效的引用', 'broken reference'],
  'strange-character': ['无法识别的字符', 'unknown character'],
};

/** Every line of a 目录 is residue; a person wants to hear of it once. */
function residueLines(residue: readonly WordResidue[], { at, say }: Speech): readonly string[] {
  const contents = residue.filter(({ kind }) => kind === 'contents').length;
  const once = contents === 0 ? [] : [`${say(RESIDUE.contents)}：${contents}`];
  const others = residue.filter(({ kind }) => kind !== 'contents');
  return [
    ...once,
    ...others.map(({ kind, text, paragraph }) => `${at(paragraph)}  ${say(RESIDUE[kind])}：${short(text)}`),
  ];
}

const SHOWN = 40;

const short = (text: string): string => {
  const line = text.replaceAll('\n', ' ').trim();
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN)}…`;
};

/** The 1-based line of the text at which a paragraph begins; behind the last for one that is gone. */
function linesOf({ paragraphs }: WordIn): (paragraph: number) => number {
  const begins: number[] = [];
  let line = 1;
  for (const { before, text } of paragraphs) {
    line += before.split('\n').length - 1;
    begins.push(line);
    line += text.split('\n').length;
  }
  return (paragraph) => begins[paragraph] ?? line;
}
