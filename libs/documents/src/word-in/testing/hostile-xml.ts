import { randomBytes } from 'node:crypto';
import { handWord } from './hand-word.ts';
import { withParts, type Hostile } from './hostile-file.ts';

const documentXml = (text: string | Buffer): Buffer =>
  withParts({ name: 'word/document.xml', content: text });
const withBody = (body: string): Buffer => handWord({ body });

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`,
).join('')}]><w:document>&lol9;</w:document>`;
const XXE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>';

/** XML that expands, fetches or hides what it is. */
export const XML: readonly Hostile[] = [
  { name: 'a billion laughs', trouble: 'doctype', bytes: () => documentXml(LAUGHS) },
  { name: 'an entity that reads a file', trouble: 'doctype', bytes: () => documentXml(XXE) },
  {
    name: 'a document type in UTF-16',
    trouble: 'doctype',
    bytes: () => documentXml(Buffer.from(`\uFEFF${XXE}`, 'utf16le')),
  },
  {
    name: 'a document type in UTF-16 without a mark',
    trouble: 'doctype',
    bytes: () => documentXml(Buffer.from(XXE, 'utf16le').swap16()),
  },
  {
    name: 'a document type in a part nobody reads',
    trouble: 'doctype',
    bytes: () => withParts({ name: 'customXml/item1.xml', content: XXE }),
  },
  {
    name: 'UTF-7',
    trouble: 'encoding',
    bytes: () => documentXml('<?xml version="1.0" encoding="UTF-7"?>+ADw-d+AD4-'),
  },
  {
    name: 'bytes that are no UTF-8',
    trouble: 'encoding',
    bytes: () => documentXml(Buffer.from('3c643ec3283c2f643e', 'hex')),
  },
  {
    name: 'nesting without end',
    trouble: 'too-complex',
    bytes: () =>
      withBody(`${'<w:sdt><w:sdtContent>'.repeat(5_000)}${'</w:sdtContent></w:sdt>'.repeat(5_000)}`),
  },
  {
    name: 'more elements than any text',
    trouble: 'too-complex',
    bytes: () => withParts({ name: 'word/document.xml', content: manyElements() }),
  },
  { name: 'XML that does not end', trouble: 'broken', bytes: () => documentXml('<w:document><w:body>') },
];

const manyElements = (): string => {
  const rows = Array.from(
    { length: 60_000 },
    (_, n) =>
      `<w:p><w:r><w:t>${randomBytes(12).toString('hex')}${n}</w:t></w:r><w:r/><w:r/><w:r/><w:r/></w:p>`,
  );
  return `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${rows.join('')}</w:body></w:document>`;
};
