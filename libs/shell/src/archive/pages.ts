import type { FileFacts } from '@mouding/ledger';

const PAGE = /\/Type\s*\/Page(?![A-Za-z])/g;

/** Pages of a paper: counted in a PDF where it says them in clear, one for a picture; null where that cannot be told. */
export function pagesIn(content: string | Uint8Array, mediaType: string): number | null {
  if (mediaType.startsWith('image/')) return 1;
  if (mediaType !== 'application/pdf') return null;
  const counted = Buffer.from(content).toString('latin1').match(PAGE)?.length ?? 0;
  return counted > 0 ? counted : null;
}

const ENDINGS: { readonly [mediaType: string]: string } = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
  'application/rtf': 'rtf',
  'application/ofd': 'ofd',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** What an original is called in the bundle: its number, the name that its bringer gave it, and the ending of what it is. */
export function scanName(
  no: number,
  { name, mediaType }: FileFacts,
  hash: string,
): { readonly title: string; readonly path: string } {
  const ending = ENDINGS[mediaType] ?? 'bin';
  const bare = safeName((name ?? '').replace(/\.[A-Za-z0-9]{1,5}$/, ''));
  const title = bare === '' ? `原件${hash.slice(0, 8)}` : bare;
  return { title, path: `${numberOf(no)}_${title}.${ending}` };
}

/** 件号 as it stands in names of files; 00 is the table of contents. */
export const numberOf = (no: number): string => String(no).padStart(2, '0');

/** Of every character at most three bytes: no file system knows longer names than 255 bytes. */
const LONGEST_NAME = 70;

/** A title as a part of a file's name, on every system. */
export const safeName = (title: string): string =>
  [...title.replaceAll(/[\\/:*?"<>|\s]/g, '')].slice(0, LONGEST_NAME).join('');
