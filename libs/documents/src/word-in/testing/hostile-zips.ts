import { randomBytes } from 'node:crypto';
import { BODY, withParts, type Hostile } from './hostile-file.ts';
import { handParts, handWord } from './hand-word.ts';
import { rawZip } from './raw-zip.ts';

const MEGABYTE = 1_048_576;

/** Zips that grow, lie or lead elsewhere. */
export const ZIPS: readonly Hostile[] = [
  {
    name: 'a flat bomb',
    trouble: 'packed-too-tightly',
    bytes: () => withParts({ name: 'word/media/a.bmp', content: Buffer.alloc(40 * MEGABYTE) }),
  },
  {
    name: 'a bomb of many parts',
    trouble: 'packed-too-tightly',
    bytes: () =>
      withParts(
        ...Array.from({ length: 90 }, (_, n) => ({
          name: `word/media/${n}.bmp`,
          content: Buffer.alloc(MEGABYTE - 1),
        })),
      ),
  },
  { name: 'more than a hundred megabytes', trouble: 'unpacks-too-large', bytes: bulky },
  {
    name: 'one part of sixty megabytes',
    trouble: 'unpacks-too-large',
    bytes: () =>
      withParts({
        name: 'word/media/a.bmp',
        content: Buffer.alloc(16),
        packed: Buffer.alloc(MEGABYTE),
        declaredSize: 60 * MEGABYTE,
      }),
  },
  {
    name: 'a part larger than it declares',
    trouble: 'not-as-declared',
    bytes: () =>
      withParts({ name: 'word/media/a.bmp', content: Buffer.alloc(4 * MEGABYTE), declaredSize: 100 }),
  },
  {
    name: 'a part smaller than it declares',
    trouble: 'not-as-declared',
    bytes: () => withParts({ name: 'word/media/a.bmp', content: 'abc', declaredSize: 300 }),
  },
  {
    name: 'parts over each other',
    trouble: 'overlapping',
    bytes: () =>
      withParts(
        { name: 'word/media/a.bmp', content: randomBytes(2000) },
        { name: 'word/media/b.bmp', content: randomBytes(2000), overPrevious: true },
      ),
  },
  {
    name: 'too many parts',
    trouble: 'too-many-parts',
    bytes: () =>
      withParts(...Array.from({ length: 2_100 }, (_, n) => ({ name: `word/${n}.bin`, content: '' }))),
  },
  { name: '65,535 parts', trouble: 'too-many-parts', bytes: () => rawZip(handParts({ body: BODY }), 65_535) },
  {
    name: 'an archive inside',
    trouble: 'archive-inside',
    bytes: () => withParts({ name: 'word/media/a.png', content: handWord({ body: BODY }) }),
  },
  {
    name: 'a gzip inside',
    trouble: 'archive-inside',
    bytes: () => withParts({ name: 'word/a.xml', content: Buffer.from('1f8b0800000000', 'hex') }),
  },
  {
    name: 'a workbook with macros inside',
    trouble: 'macros',
    bytes: () =>
      withParts({
        name: 'word/embeddings/a.xlsx',
        content: rawZip([{ name: 'xl/vbaProject.bin', content: 'x' }]),
      }),
  },
  {
    name: 'a path out of its folder',
    trouble: 'bad-path',
    bytes: () => withParts({ name: '../../etc/cron.d/x', content: 'x' }),
  },
  {
    name: 'an absolute path',
    trouble: 'bad-path',
    bytes: () => withParts({ name: '/etc/passwd', content: 'x' }),
  },
  {
    name: 'a path of Windows',
    trouble: 'bad-path',
    bytes: () => withParts({ name: 'word\\..\\..\\x', content: 'x' }),
  },
  {
    name: 'a name turned around',
    trouble: 'bad-path',
    bytes: () => withParts({ name: 'word/\u202Egnp.exe', content: 'x' }),
  },
  {
    name: 'two parts of one name',
    trouble: 'doubled-part',
    bytes: () => withParts({ name: 'word/a.xml', content: '<a/>' }, { name: 'word/a.xml', content: '<b/>' }),
  },
  {
    name: 'an encrypted part',
    trouble: 'encrypted-part',
    bytes: () => withParts({ name: 'word/a.xml', content: '<a/>', flags: 0x0801 }),
  },
  {
    name: 'a zip that is cut off',
    trouble: 'broken',
    bytes: () => handWord({ body: BODY }).subarray(0, 400),
  },
];

/** Parts that are small each: nothing but what they declare together is too much. */
function bulky(): Buffer {
  const parts = Array.from({ length: 3 }, (_, n) => ({
    name: `word/media/${n}.bmp`,
    content: '',
    packed: Buffer.alloc(MEGABYTE),
    declaredSize: 40 * MEGABYTE,
  }));
  return withParts(...parts);
}
