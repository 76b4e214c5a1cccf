/** A line of the picture; `aside` stands at its right end. */
export interface SheetLine {
  readonly kind: 'head' | 'plain' | 'late';
  readonly text: string;
  readonly aside?: string;
}

interface Sheet {
  readonly title: string;
  readonly asOf: string;
  readonly lines: readonly SheetLine[];
  /** What stands beside the code. */
  readonly foot: string;
  /** Dark and light fields of the code, row by row. */
  readonly code: { readonly size: number; readonly data: Uint8Array };
}

/** In points of the picture, which is drawn at twice its size so that it stays sharp in a chat. */
const WIDTH = 640;
const EDGE = 32;
const LINE = 30;
const CODE = 128;
const SCALE = 2;
const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif';
const INK = { head: '#1d4f7c', plain: '#1b2430', late: '#b3261e' } as const;
const SIZE = { head: '600 20px', plain: '18px', late: '600 18px' } as const;

/** Draws the list as it is sent to a group: title, what is owed by whom, and the code that leads to it. */
export function drawSheet(canvas: HTMLCanvasElement, sheet: Sheet): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const rows = sheet.lines.flatMap((line) => wrapped(pen, line));
  const heights = heightsOf(rows);
  const titles = broken(pen, sheet.title, `700 26px ${FONT}`, WIDTH - 2 * EDGE);
  const head = EDGE + titles.length * 36 + LINE + 12;
  canvas.width = WIDTH * SCALE;
  canvas.height = (head + (heights[rows.length] ?? 0) + CODE + 2 * EDGE) * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, canvas.height);
  pen.textBaseline = 'top';
  for (const [i, text] of titles.entries())
    say(pen, text, EDGE, EDGE + i * 36, `700 26px ${FONT}`, INK.plain);
  say(pen, sheet.asOf, EDGE, EDGE + titles.length * 36, `16px ${FONT}`, '#5b6470');
  for (const [i, row] of rows.entries()) drawRow(pen, row, head + (heights[i] ?? 0));
  drawCode(pen, sheet, head + (heights[rows.length] ?? 0) + EDGE / 2);
}

/** Above the heading of a group, so that what is below it is seen to be its own. */
const GAP = 14;

/** Where each row stands below the first, and where the last of them ends. */
const heightsOf = (rows: readonly SheetLine[]): readonly number[] =>
  rows.reduce<readonly number[]>(
    (at, _, i) => [...at, (at[i] ?? 0) + LINE + (rows[i + 1]?.kind === 'head' ? GAP : 0)],
    [0],
  );

function say(
  pen: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  font: string,
  ink: string,
): void {
  pen.font = font;
  pen.fillStyle = ink;
  pen.fillText(text, x, y);
}

function drawRow(pen: CanvasRenderingContext2D, { kind, text, aside }: SheetLine, y: number): void {
  const font = `${SIZE[kind]} ${FONT}`;
  say(pen, text, EDGE, y, font, INK[kind]);
  if (aside === undefined) return;
  pen.font = font;
  say(pen, aside, WIDTH - EDGE - pen.measureText(aside).width, y, font, INK[kind]);
}

/** Lines that are too long go on below; what stands at the right end stays with the last of them. */
function wrapped(pen: CanvasRenderingContext2D, line: SheetLine): readonly SheetLine[] {
  const font = `${SIZE[line.kind]} ${FONT}`;
  pen.font = font;
  const aside = line.aside === undefined ? 0 : pen.measureText(line.aside).width + EDGE;
  const parts = broken(pen, line.text, font, WIDTH - 2 * EDGE - aside);
  return parts.map((text, i) => ({
    kind: line.kind,
    text,
    ...(i === parts.length - 1 && line.aside !== undefined ? { aside: line.aside } : {}),
  }));
}

/** What no line begins with; it may stand beyond the end of the one before, where there is an edge. */
const CLOSING: ReadonlySet<string> = new Set('、，。；：）》”');

function broken(pen: CanvasRenderingContext2D, text: string, font: string, width: number): readonly string[] {
  pen.font = font;
  const lines: string[] = [];
  let line = '';
  for (const sign of text) {
    if (pen.measureText(line + sign).width > width && !CLOSING.has(sign)) {
      lines.push(line);
      line = '';
    }
    line += sign;
  }
  return [...lines, line];
}

/** The code with four light fields around it, as scanners want it. */
function drawCode(pen: CanvasRenderingContext2D, { code, foot }: Sheet, y: number): void {
  const field = CODE / (code.size + 8);
  pen.fillStyle = '#000';
  for (const [i, dark] of code.data.entries()) {
    if (!dark) continue;
    const [row, column] = [Math.floor(i / code.size), i % code.size];
    pen.fillRect(
      EDGE + (column + 4) * field,
      y + (row + 4) * field,
      Math.ceil(field * 10) / 10,
      Math.ceil(field * 10) / 10,
    );
  }
  say(pen, foot, EDGE + CODE + 16, y + CODE / 2 - 10, `18px ${FONT}`, INK.plain);
}
