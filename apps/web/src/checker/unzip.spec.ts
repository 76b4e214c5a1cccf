import { deflateRawSync } from 'node:zlib';
import { NoZip, unzipped } from './unzip.ts';

interface Packed {
  readonly name: string;
  readonly content: string;
  /** The size that the directory declares; the true one when left out. */
  readonly declared?: number;
  readonly isStored?: boolean;
}

/** A zip as small as one can be: local heads, a directory, its end. */
function zip(files: readonly Packed[], comment = ''): Uint8Array {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content, declared, isStored = false } of files) {
    const body = isStored ? Buffer.from(content) : deflateRawSync(content);
    const path = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(isStored ? 0 : 8, 10);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(declared ?? Buffer.byteLength(content), 24);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, path, body);
    directory.push(entry, path);
    offset += head.length + path.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return new Uint8Array(Buffer.concat([...locals, ...directory, end, Buffer.from(comment)]));
}

const paper = { name: '01_会议纪要.txt', content: '审议同意'.repeat(50) };

test('packed and stored files come out as they went in, past a comment', async () => {
  const files = await unzipped(zip([paper, { name: 'data/a', content: '甲', isStored: true }], 'a comment'));
  expect(files.paths).toEqual(['01_会议纪要.txt', 'data/a']);
  expect([files.text(paper.name), files.text('data/a'), files.text('data/b')]).toEqual([
    paper.content,
    '甲',
    undefined,
  ]);
});

test('bytes that are no text are not read as one', async () => {
  const whole = zip([{ name: 'a', content: 'xy', isStored: true }]);
  const at = whole.indexOf('x'.charCodeAt(0), 30);
  whole[at] = 0xff;
  const files = await unzipped(whole);
  expect([files.text('a'), files.bytes('a')?.length]).toEqual([undefined, 2]);
});

test.each([
  ['no zip at all', new TextEncoder().encode('不是压缩包，不是压缩包，不是压缩包')],
  ['one cut off', zip([paper]).slice(0, -30)],
  ['a file twice', zip([paper, paper])],
  ['a file that is longer than declared', zip([{ ...paper, declared: 10 }])],
  ['a file that is shorter than declared', zip([{ ...paper, declared: 10_000 }])],
  ['a bomb', zip([{ ...paper, declared: 0xffffffff }])],
])('%s is refused', async (_, bytes) => {
  await expect(unzipped(bytes)).rejects.toBeInstanceOf(NoZip);
});
