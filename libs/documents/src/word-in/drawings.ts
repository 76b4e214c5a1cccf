import { childOf, elementsOf, within, wordsIn, type Element } from './element.ts';
import { here, write, type Story } from './story.ts';
import type { NotImported, WordPicture } from './word.ts';

type Media = WordPicture['media'];

/** By what the bytes are, whatever the name says. */
const MEDIA: readonly (readonly [RegExp, Media])[] = [
  [/^89504e470d0a1a0a/, 'image/png'],
  [/^ffd8ff/, 'image/jpeg'],
  [/^47494638/, 'image/gif'],
  [/^424d/, 'image/bmp'],
  [/^(?:49492a00|4d4d002a)/, 'image/tiff'],
  [/^52494646.{8}57454250/, 'image/webp'],
];

/** The kind of a picture; undefined for a drawing of Windows or what is none. */
const mediaOf = (bytes: Uint8Array): Media | undefined => {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  return MEDIA.find(([magic]) => magic.test(head))?.[1];
};

/** Reads what is drawn: pictures stand in the text by their name, everything else is said to be missing. */
export function readDrawing(element: Element, story: Story): void {
  if (story.hidden > 0) return;
  const parts = [...drawn(element)];
  const title = titleOf(element);
  let count = 0;
  for (const part of parts) count += readPart(part, title, story) ? 1 : 0;
  if (count === 0 && parts.every(({ name }) => name !== 'v:line')) miss(story, 'drawing', title);
}

const CONTENT = new Set(['a:blip', 'v:imagedata', 'c:chart', 'dgm:relIds', 'w:txbxContent', 'v:line']);

/** The parts that matter; a text box is one, with whatever stands in it. */
function* drawn(element: Element): Generator<Element> {
  for (const child of elementsOf(element)) {
    if (child.name === 'mc:AlternateContent') yield* drawn(chosen(child));
    else if (CONTENT.has(child.name) || child.name.endsWith(':chart')) yield child;
    else yield* drawn(child);
  }
}

const EMPTY: Element = { name: '', attributes: new Map(), children: [] };

/** Of two ways to say the same the newer one. */
export const chosen = (element: Element): Element =>
  childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? EMPTY;

function readPart(part: Element, title: string, story: Story): boolean {
  if (part.name === 'a:blip' || part.name === 'v:imagedata') return readImage(part, title, story);
  if (part.name === 'v:line') return false;
  if (part.name === 'w:txbxContent') miss(story, 'text-box', boxText(part));
  else miss(story, part.name === 'dgm:relIds' ? 'smart-art' : 'chart', title);
  return true;
}

/** Names of the relation to a picture, in both ways of drawing. */
const EMBEDDED = ['r:embed', 'r:id', 'o:relid'];

function readImage({ attributes }: Element, title: string, story: Story): boolean {
  const id = EMBEDDED.map((name) => attributes.get(name)).find((value) => value !== undefined);
  const bytes = id === undefined ? undefined : story.imageOf(id);
  if (bytes) readPicture(bytes, title || (attributes.get('o:title') ?? ''), story);
  return bytes !== undefined;
}

const boxText = (box: Element): string =>
  [...within(box)]
    .filter(({ name }) => name === 'w:p')
    .map((paragraph) => wordsIn(paragraph, 'w:t'))
    .filter((text) => text.trim() !== '')
    .join('\n');

function readPicture(bytes: Buffer, title: string, story: Story): void {
  const media = mediaOf(bytes);
  const name = nameOf(title, story);
  write(story, `〔图：${name}〕`);
  if (media) story.found.pictures.push({ name, bytes, media, paragraph: here(story) });
  else miss(story, 'picture', name);
}

/** What the author called it, in one short line; a name that is taken gets a number. */
function nameOf(title: string, story: Story): string {
  const own = title
    .split(/[\r\n]/)[0]
    ?.replaceAll(/[〔〕|\p{Cc}]/gu, '')
    .trim()
    .slice(0, 40);
  const name = own || '图片';
  const count = (story.pictureNames.get(name) ?? 0) + 1;
  story.pictureNames.set(name, count);
  return count === 1 ? name : `${name}（${count}）`;
}

function titleOf(element: Element): string {
  const properties = [...within(element)].find(({ name }) => name === 'wp:docPr');
  const shape = [...within(element)].find(({ name }) => name === 'v:shape');
  const said = (name: string): string => properties?.attributes.get(name) ?? '';
  return said('descr') || said('title') || said('name') || (shape?.attributes.get('alt') ?? '');
}

/** Notes what the text cannot show. */
export function miss(story: Story, kind: NotImported['kind'], text: string): void {
  story.found.notImported.push({ kind, text, paragraph: here(story) });
}
