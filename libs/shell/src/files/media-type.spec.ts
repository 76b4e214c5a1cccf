import { mediaTypeOf } from './media-type.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test.each([
  ['%PDF-1.7', 'application/pdf'],
  ['\u0089PNG\r\n\u001a\n', 'image/png'],
  ['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
  ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'application/x-ole-storage'],
  ['PK\u0003\u0004…[Content_Types].xml…word/document.xml', word],
  ['PK\u0003\u0004…OFD.xml', 'application/ofd'],
  ['PK\u0003\u0004…a.txt', 'application/zip'],
  ['MZ', 'application/octet-stream'],
  ['', 'application/octet-stream'],
  ['PNG', 'application/octet-stream'],
])('the bytes %j look like %s', (bytes, mediaType) => {
  expect(mediaTypeOf(Buffer.from(bytes, 'latin1'))).toBe(mediaType);
});
