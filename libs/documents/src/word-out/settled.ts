import { unzip, type Zip } from '../zip-in.ts';
import { zip, type Packed } from '../zip-out.ts';

/** What a file of our own, or one that was checked before, may hold. */
export const LIMITS = { entries: 2_000, entry: 100_000_000 };
const TYPES = '[Content_Types].xml';
const RELATIONS = /(?:^|\/)_rels\/([^/]+)\.rels$/;
const RANDOM_ID = /\bId="(rId[^"]*)"/g;
const MOMENT = /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g;

/**
 * A .docx in which nothing was left to chance or to the hour: its moments are `at`, the names that were drawn by lot are
 * numbers, and its parts stand in one order without times of their own.
 */
export function settled(bytes: Uint8Array, at: string): Uint8Array {
  const source = unzip(Buffer.from(bytes), LIMITS);
  const names = source.names
    .filter((name) => !name.endsWith('/'))
    .sort((a, b) => Number(b === TYPES) - Number(a === TYPES) || (a < b ? -1 : 1));
  const renamed = new Map(names.flatMap((name) => renaming(source, name)));
  return zip(names.map((name) => settledPart(name, source, renamed, at)));
}

function settledPart(
  name: string,
  source: Zip,
  renamed: ReadonlyMap<string, ReadonlyMap<string, string>>,
  at: string,
): Packed {
  const content = source.read(name) ?? Buffer.alloc(0);
  if (name === 'docProps/core.xml') return { name, content: dated(content.toString('utf8'), at) };
  const ids = renamed.get(name);
  if (!ids) return { name, content };
  return { name, content: counted(withIds(content.toString('utf8'), ids)) };
}

const BOOKMARK = /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)(")/g;
const SHAPE = /(PowerPlusWaterMarkObject)([\w-]+)(")/g;
const DRAWING = /(<wp:docPr\b[^>]*?\bid=")(\d+)(")/g;

/** Numbers of bookmarks, drawings and shapes by their order in the part: the library goes on counting from file to file. */
function counted(xml: string): string {
  const again = (pattern: RegExp, text: string): string => {
    const numbers = new Map<string, number>();
    return text.replaceAll(pattern, (_all, before: string, id: string, after: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return before + number + after;
    });
  };
  return again(SHAPE, again(DRAWING, again(BOOKMARK, xml)));
}

const dated = (xml: string, at: string): string => {
  const moment = `${new Date(Date.parse(at)).toISOString().slice(0, 19)}Z`;
  return xml.replaceAll(MOMENT, (_all, open: string, _what: string, close: string) => open + moment + close);
};

/** New ids of the relations of one part, for the part and for the list of its relations. */
function renaming(source: Zip, name: string): readonly (readonly [string, ReadonlyMap<string, string>])[] {
  const found = RELATIONS.exec(name);
  const part = found?.[1];
  if (!found || part === undefined) return [];
  const xml = source.read(name)?.toString('utf8') ?? '';
  const ids = new Map([...xml.matchAll(RANDOM_ID)].map(([, id = ''], at) => [id, `rId${at + 1}`] as const));
  const folder = name.slice(0, found.index);
  return [
    [name, ids],
    [folder === '' ? part : `${folder}/${part}`, ids],
  ];
}

const withIds = (xml: string, ids: ReadonlyMap<string, string>): string =>
  xml.replaceAll(/"(rId[^"]*)"/g, (whole, id: string) => {
    const settledId = ids.get(id);
    return settledId === undefined ? whole : `"${settledId}"`;
  });
