/** What an original begins with, by the media type that it then is. */
const BEGINNINGS: readonly (readonly [beginning: readonly number[], mediaType: string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'application/pdf'],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x49, 0x49, 0x2a, 0x00], 'image/tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image/tiff'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'application/rtf'],
  // Word 97, WPS, Excel 97: one container for all of them.
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'application/x-ole-storage'],
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

/** A member by which an archive is known; its name stands in clear in front of it. */
const MEMBERS: readonly (readonly [member: string, mediaType: string])[] = [
  ['word/document.xml', `${OPEN_XML}.wordprocessingml.document`],
  ['xl/workbook.xml', `${OPEN_XML}.spreadsheetml.sheet`],
  ['ppt/presentation.xml', `${OPEN_XML}.presentationml.presentation`],
  ['OFD.xml', 'application/ofd'],
];

const beginsWith = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, i) => bytes[i] === byte);

/**
 * The media type that the bytes of an original look like. A guess for whoever reads it later: nothing is decided by it,
 * and what the sender says of it is not believed.
 */
export function mediaTypeOf(bytes: Uint8Array): string {
  const found = BEGINNINGS.find(([beginning]) => beginsWith(bytes, beginning));
  if (found) return found[1];
  if (!beginsWith(bytes, ZIP)) return 'application/octet-stream';
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return MEMBERS.find(([member]) => archive.includes(member))?.[1] ?? 'application/zip';
}
