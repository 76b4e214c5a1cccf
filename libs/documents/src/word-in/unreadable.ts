/** Why a file is not read. Each has a sentence of its own: whoever sent the file must know what to do. */
export type Trouble = keyof typeof SAID;

/** A file that is not read, with what to tell its sender. */
export interface Unreadable {
  readonly trouble: Trouble;
  readonly zh: string;
  readonly en: string;
  /** What makes it readable. */
  readonly mend: { readonly zh: string; readonly en: string };
  /** The part, link or field that was the cause, as far as it may be shown. */
  readonly detail?: string;
}

const AGAIN = [
  '请在 Word 或 WPS 中打开原件，另存为 .docx 后重新报送。',
  'Open the original in Word or WPS, save it as .docx and send it again.',
] as const;
const ATTACH = [
  '它可以作为附件留存；文稿请以 .docx 报送。',
  'It may be kept as an attachment; send the text itself as .docx.',
] as const;
const SUSPECT = [
  '这不是办公软件保存的文件。请从原件重新另存为 .docx；仍不行时请联系经办人。',
  'No office program writes such a file. Save the original as .docx again; if that does not help, ask the office.',
] as const;
const CLEAN = [
  '请在 Word 或 WPS 中将正文全选、复制到新建的空白文档，另存为 .docx 后重新报送。',
  'Copy the whole text into a new empty document in Word or WPS, save it as .docx and send it again.',
] as const;

const SAID = {
  empty: ['文件是空的。', 'The file is empty.', AGAIN],
  'file-too-large': [
    '文件过大。',
    'The file is too large.',
    ['请压缩图片后另存为 .docx 重新报送。', 'Compress its pictures, save it as .docx and send it again.'],
  ],
  'not-convertible': [
    '这是旧版 Word 或 WPS 文件，本系统未安装转换工具，不能读取。',
    'This is a file of an old Word or WPS, and no converter is installed here.',
    [
      '请补正：在 WPS 或 Word 中另存为 .docx 后重新报送。',
      'Save it as .docx in WPS or Word and send it again.',
    ],
  ],
  'conversion-failed': [
    '旧版 Word 或 WPS 文件转换失败。',
    'The file of an old Word or WPS could not be converted.',
    AGAIN,
  ],
  encrypted: [
    '文件设有打开密码，不能读取。',
    'The file is protected by a password.',
    [
      '请在 Word 或 WPS 中取消密码（文件—文档加密），另存后重新报送。',
      'Take the password off in Word or WPS, save it and send it again.',
    ],
  ],
  spreadsheet: ['这是表格文件，不是文稿。', 'This is a spreadsheet, not a text.', ATTACH],
  presentation: ['这是演示文稿，不是文稿。', 'This is a presentation, not a text.', ATTACH],
  pdf: [
    '这是 PDF，只能作为附件留存，不能读出文稿。',
    'This is a PDF: it can only be kept as an attachment.',
    ATTACH,
  ],
  ofd: [
    '这是 OFD 版式文件，只能作为附件留存，不能读出文稿。',
    'This is an OFD file: it can only be kept as an attachment.',
    ATTACH,
  ],
  picture: [
    '这是图片，只能作为附件留存，不能读出文稿。',
    'This is a picture: it can only be kept as an attachment.',
    ATTACH,
  ],
  'rich-text': ['这是 RTF 文件，本系统不读取。', 'This is an RTF file, which is not read here.', AGAIN],
  'not-a-document': [
    '这不是 Word 文件，也不是纯文本。',
    'This is neither a Word file nor plain text.',
    AGAIN,
  ],
  broken: ['文件已损坏或不完整，不能读取。', 'The file is broken or incomplete.', AGAIN],
  'too-many-parts': ['文件内的部件过多，超过上限。', 'The file has more parts than allowed.', SUSPECT],
  'unpacks-too-large': [
    '文件解压后过大，超过上限。',
    'The file is too large once unpacked.',
    ['请压缩图片、删去不需要的附图后重新报送。', 'Compress or remove pictures and send it again.'],
  ],
  'packed-too-tightly': [
    '文件压缩比异常，疑为压缩炸弹，已拒收。',
    'The file is packed far more tightly than any document: it looks like a zip bomb.',
    SUSPECT,
  ],
  'archive-inside': [
    '文件内嵌有压缩包，已拒收。',
    'There is an archive inside the file.',
    ['请删去内嵌的文件，另行作为附件报送。', 'Remove the embedded file and send it apart.'],
  ],
  'bad-path': [
    '文件内的部件名称越出其目录，已拒收。',
    'A part of the file has a name that leaves its folder.',
    SUSPECT,
  ],
  'not-as-declared': [
    '文件内部件的实际大小与声明不符，已拒收。',
    'A part of the file is not of the size that it declares.',
    SUSPECT,
  ],
  overlapping: ['文件内的部件相互重叠，已拒收。', 'Parts of the file lie over each other.', SUSPECT],
  'doubled-part': ['文件内有重名的部件，已拒收。', 'Two parts of the file have the same name.', SUSPECT],
  'encrypted-part': ['文件内有加密的部件，不能读取。', 'A part of the file is encrypted.', AGAIN],
  doctype: [
    '文件含有文档类型或实体声明，已拒收。',
    'The file declares a document type or entities.',
    SUSPECT,
  ],
  encoding: [
    '文件内部件的编码不是 UTF-8 或 UTF-16，已拒收。',
    'A part of the file is neither in UTF-8 nor in UTF-16.',
    SUSPECT,
  ],
  macros: [
    '文件含有宏，已拒收。',
    'The file has macros.',
    ['请另存为不含宏的 .docx 后重新报送。', 'Save it as .docx without macros and send it again.'],
  ],
  'embedded-object': [
    '文件内嵌有其他程序的对象（OLE），已拒收。',
    'The file has embedded objects of other programs (OLE).',
    [
      '请将内嵌对象转为图片或删去后重新报送。',
      'Turn the embedded objects into pictures, or remove them, and send it again.',
    ],
  ],
  'active-control': ['文件含有 ActiveX 控件，已拒收。', 'The file has ActiveX controls.', CLEAN],
  'linked-picture': [
    '文件中的图片链接到外部，未嵌入，已拒收。',
    'A picture in the file is linked from outside and not embedded.',
    [
      '请将图片嵌入文件（复制后“粘贴为图片”）后重新报送。',
      'Embed the picture (paste it as a picture) and send it again.',
    ],
  ],
  'outside-link': ['文件引用外部内容，已拒收。', 'The file refers to something outside.', CLEAN],
  'unsafe-hyperlink': [
    '文件中的超链接指向本机或内网文件等，已拒收。',
    'A hyperlink of the file leads to a local file or another place that is not allowed.',
    ['请取消该超链接后重新报送。', 'Remove the hyperlink and send it again.'],
  ],
  'outside-template': [
    '文件附着了外部模板，已拒收。',
    'The file is attached to a template from outside.',
    [
      '请在“开发工具—文档模板”中改为 Normal 模板后重新报送。',
      'Attach it to the Normal template and send it again.',
    ],
  ],
  'unsafe-field': [
    '文件含有会取用外部内容的域，已拒收。',
    'The file has a field that fetches something from outside.',
    [
      '请全选后按 Ctrl+Shift+F9 将域转为文字，再重新报送。',
      'Select all, press Ctrl+Shift+F9 to turn fields into text, and send it again.',
    ],
  ],
  'foreign-part': [
    '文件并入了其他格式的内容，未成为正文，已拒收。',
    'The file includes a part in another format that is not text of it yet.',
    CLEAN,
  ],
  'too-complex': ['文件结构过于复杂，超过上限。', 'The file is too complex.', CLEAN],
  'too-long': [
    '文件文字过多，超过上限。',
    'The file has more text than allowed.',
    ['请分册报送。', 'Send it in several parts.'],
  ],
  timeout: ['读取文件超时，已停止。', 'Reading the file took too long and was stopped.', CLEAN],
  failed: ['读取文件的程序意外停止。', 'The program that reads the file stopped unexpectedly.', CLEAN],
} as const satisfies Readonly<Record<string, readonly [string, string, readonly [string, string]]>>;

/** How much of a detail is shown. */
const SHOWN = 80;

/** The answer for a file that is not read. */
export function unreadable(trouble: Trouble, detail?: string): Unreadable {
  const [zh, en, [mendZh, mendEn]] = SAID[trouble];
  const shown = detail
    ?.replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, SHOWN);
  const said = { trouble, zh, en, mend: { zh: mendZh, en: mendEn } };
  if (!shown) return said;
  return {
    ...said,
    zh: `${zh.slice(0, -1)}（${shown}）。`,
    en: `${en.slice(0, -1)} (${shown}).`,
    detail: shown,
  };
}

/** Whether a file was not read. */
export const isUnreadable = (answer: object): answer is Unreadable => 'trouble' in answer;

/** Every reason there is. */
export const troubles: readonly Trouble[] = Object.keys(SAID).filter((name): name is Trouble => name in SAID);

/** Thrown inside the reader, where a value would have to be handed up through every level; caught at its door. */
export class NotRead extends Error {
  readonly answer: Unreadable;
  constructor(trouble: Trouble, detail?: string) {
    const answer = unreadable(trouble, detail);
    super(answer.en);
    this.answer = answer;
  }
}
