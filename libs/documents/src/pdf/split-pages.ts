const PAGE =
  /^ {4}<path class="typst-shape" fill="#ffffff" [^>]* d="M 0 0 L 0 ([\d.]+) L ([\d.]+) [^"]*"\/>$/;
const USED = /xlink:href="#([\w-]+)"|url\(#([\w-]+)\)/g;
const OPENED = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

interface PagePart {
  readonly width: string;
  readonly height: string;
  readonly lines: string[];
}

/**
 * The compiler draws all pages below one another, with the shapes of all letters at the end: each page as a drawing of
 * its own, with the shapes that stand on it.
 */
export function splitPages(svg: string): readonly string[] {
  const [drawn = '', ...definitions] = svg.split('\n    <defs');
  const shapes = shapesOf(definitions.join(''));
  const pages: PagePart[] = [];
  for (const line of drawn.split('\n')) {
    const [, height, width] = PAGE.exec(line) ?? [];
    if (height !== undefined && width !== undefined) pages.push({ width, height, lines: [line] });
    else pages.at(-1)?.lines.push(line.startsWith('    <g transform="matrix') ? '    <g>' : line);
  }
  return pages.map((page) => drawing(page, shapes));
}

function shapesOf(definitions: string): ReadonlyMap<string, string> {
  const found = definitions.matchAll(/<symbol id="([\w-]+)"[^]*?<\/symbol>/g);
  return new Map([...found].map(([shape, id]) => [id ?? '', shape]));
}

function drawing({ width, height, lines }: PagePart, shapes: ReadonlyMap<string, string>): string {
  const body = lines.join('\n');
  const used = new Set([...body.matchAll(USED)].map(([, link, url]) => link ?? url ?? ''));
  const needed = [...used].toSorted().flatMap((id) => shapes.get(id) ?? []);
  const size = `viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt"`;
  return [`${OPENED} ${size}>`, body, '<defs>', ...needed, '</defs>', '</svg>', ''].join('\n');
}
