import { linesOf } from './lines-of.ts';

async function linesFrom(...parts: readonly Uint8Array[]): Promise<readonly string[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
  const lines: string[] = [];
  for await (const line of linesOf(body)) lines.push(line);
  return lines;
}

const bytes = new TextEncoder().encode('{"a":"一致"}\n{"b":2}\n\n{"c":3}');

test('lines come whole wherever the stream is cut, in the middle of a character too', async () => {
  const cuts = Array.from({ length: bytes.length - 1 }, (_, n) => n + 1);
  for (const cut of cuts)
    expect(await linesFrom(bytes.slice(0, cut), bytes.slice(cut))).toEqual([
      '{"a":"一致"}',
      '{"b":2}',
      '{"c":3}',
    ]);
});
