import { randomBytes } from 'node:crypto';
import { handWord, type HandWord } from './hand-word.ts';
import { BODY, withParts, type Hostile } from './hostile-file.ts';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const withBody = (body: string, more: Partial<HandWord> = {}): Buffer => handWord({ body, ...more });
const outside = (type: string, target: string): Buffer =>
  handWord({ body: BODY, relations: [{ id: 'x1', type, target, outside: true }] });
const field = (...pieces: readonly string[]): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces
    .map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`)
    .join(
      '',
    )}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>值</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
const settings = (target: string): Buffer =>
  handWord({
    body: BODY,
    settings: '<w:attachedTemplate r:id="t1"/>',
    settingsRelations: [{ id: 't1', type: 'attachedTemplate', target, outside: true }],
  });

/** What runs, or reaches outside. */
export const REACHING: readonly Hostile[] = [
  {
    name: 'macros',
    trouble: 'macros',
    bytes: () => withParts({ name: 'word/vbaProject.bin', content: 'x' }),
  },
  {
    name: 'a .docm renamed',
    trouble: 'macros',
    bytes: () => withBody(BODY, { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
  },
  {
    name: 'an embedded object',
    trouble: 'embedded-object',
    bytes: () => withParts({ name: 'word/embeddings/oleObject1.bin', content: 'x' }),
  },
  {
    name: 'an object under the name of a picture',
    trouble: 'embedded-object',
    bytes: () =>
      withParts({ name: 'word/media/image1.png', content: Buffer.concat([OLE, randomBytes(100)]) }),
  },
  {
    name: 'an embedded program',
    trouble: 'embedded-object',
    bytes: () => withParts({ name: 'word/embeddings/run.exe', content: 'MZ' }),
  },
  {
    name: 'an ActiveX control',
    trouble: 'active-control',
    bytes: () => withParts({ name: 'word/activeX/activeX1.xml', content: '<a/>' }),
  },
  {
    name: 'a linked picture',
    trouble: 'linked-picture',
    bytes: () => outside('image', 'file:///etc/passwd'),
  },
  {
    name: 'a picture linked in the text',
    trouble: 'linked-picture',
    bytes: () => withBody('<w:p><w:r><w:drawing><a:blip r:link="x1"/></w:drawing></w:r></w:p>'),
  },
  {
    name: 'a picture from the network',
    trouble: 'linked-picture',
    bytes: () => outside('image', 'http://127.0.0.1:4310/canary.png'),
  },
  {
    name: 'a frame from outside',
    trouble: 'outside-link',
    bytes: () => outside('frame', 'http://127.0.0.1:4310/'),
  },
  {
    name: 'a document taken in',
    trouble: 'outside-link',
    bytes: () => outside('subDocument', 'file:///etc/passwd'),
  },
  {
    name: 'data from outside',
    trouble: 'outside-link',
    bytes: () => outside('mailMergeSource', '\\\\server\\share\\a.mdb'),
  },
  {
    name: 'a hyperlink to a file',
    trouble: 'unsafe-hyperlink',
    bytes: () => outside('hyperlink', 'file:///C:/secret.txt'),
  },
  {
    name: 'a hyperlink that runs',
    trouble: 'unsafe-hyperlink',
    bytes: () => outside('hyperlink', 'javascript:alert(1)'),
  },
  {
    name: 'a template from the network',
    trouble: 'outside-template',
    bytes: () => settings('http://127.0.0.1:4310/evil.dotm'),
  },
  {
    name: 'a template on a share',
    trouble: 'outside-template',
    bytes: () => settings('file://server/share/evil.dotm'),
  },
  {
    name: 'DDE',
    trouble: 'unsafe-field',
    bytes: () => withBody(field('DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"')),
  },
  {
    name: 'DDE cut into runs',
    trouble: 'unsafe-field',
    bytes: () => withBody(field(' D', 'DE', 'AUTO cmd')),
  },
  {
    name: 'DDE in a simple field',
    trouble: 'unsafe-field',
    bytes: () => withBody('<w:p><w:fldSimple w:instr=" DDE cmd"/></w:p>'),
  },
  {
    name: 'a field that other fields spell',
    trouble: 'unsafe-field',
    bytes: () =>
      withBody(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${field('QUOTE 68 68 69')}</w:p>`),
  },
  {
    name: 'DDE in a header',
    trouble: 'unsafe-field',
    bytes: () => withBody(BODY, { header: field('DDE cmd') }),
  },
  {
    name: 'a text taken in',
    trouble: 'unsafe-field',
    bytes: () => withBody(field('INCLUDETEXT "/etc/passwd"')),
  },
  {
    name: 'a picture taken in',
    trouble: 'unsafe-field',
    bytes: () => withBody(field('INCLUDEPICTURE "http://127.0.0.1/x.png"')),
  },
  {
    name: 'a part in HTML',
    trouble: 'foreign-part',
    bytes: () => withBody(`${BODY}<w:altChunk r:id="x1"/>`),
  },
];
