import {
  AlignmentType,
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
} from 'docx';

/** A picture of one point. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const SENTENCES = [
  '坚持公益性办院方向，推动优质医疗资源扩容和区域均衡布局，持续改善群众就医体验。',
  '完善以临床价值为导向的学科评价体系，建设骨伤、脾胃病、肺病等优势专科群。',
  '健全多学科诊疗机制，推进日间手术、加速康复与中西医协同诊疗深度融合。',
  '加强人才梯队建设，实施青年骨干培养、名老中医学术传承和护理人才提升行动。',
  '以电子病历为核心推进信息化建设，打通检查检验结果共享的堵点。',
];

const CHAPTERS = [
  '发展基础',
  '总体要求',
  '主要任务',
  '重点工程',
  '人才队伍',
  '智慧医院',
  '文化建设',
  '保障措施',
];

const numbered = (level: number): { readonly reference: string; readonly level: number } => ({
  reference: 'official',
  level,
});

function chapter(title: string, n: number): readonly (Paragraph | Table)[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    numbering: numbered(0),
    children: [new Bookmark({ id: `_md_n00000000${n}a`, children: [new TextRun(title)] })],
  });
  const sections = SENTENCES.flatMap((sentence, s) => [
    new Paragraph({ heading: HeadingLevel.HEADING_2, numbering: numbered(1), text: `${title}之${s + 1}` }),
    ...SENTENCES.map(
      (_, i) =>
        new Paragraph({
          numbering: numbered(2),
          text: `${sentence}${SENTENCES[(s + i) % 5]}${SENTENCES[(s + i + 1) % 5]}`,
        }),
    ),
  ]);
  return [heading, ...sections, table(n)];
}

const cell = (
  text: string,
  more: { readonly columnSpan?: number; readonly rowSpan?: number } = {},
): TableCell =>
  new TableCell({ ...more, children: [new Paragraph({ children: [new TextRun({ text, size: 21 })] })] });

const table = (n: number): Table =>
  new Table({
    rows: [
      new TableRow({
        tableHeader: true,
        children: [cell('指标', { rowSpan: 2 }), cell('目标值', { columnSpan: 2 })],
      }),
      new TableRow({ tableHeader: true, children: [cell('2025年'), cell('2030年')] }),
      ...Array.from(
        { length: 20 },
        (_, i) =>
          new TableRow({ children: [cell(`指标${n}之${i + 1}`), cell(`${80 + i}万`), cell(`${95 + i}万`)] }),
      ),
    ],
  });

/** What a returned file has: a change, a remark, a picture. */
const returned = (): readonly Paragraph[] => [
  new Paragraph({
    children: [
      new CommentRangeStart(0),
      new TextRun('编制床位'),
      new CommentRangeEnd(0),
      new TextRun({ children: [new CommentReference(0)] }),
      new DeletedTextRun({ text: '800', id: 901, author: '医务科', date: '2026-03-05T09:00:00Z' }),
      new InsertedTextRun({ text: '950', id: 902, author: '医务科', date: '2026-03-05T09:00:00Z' }),
      new TextRun('张。'),
    ],
  }),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: 'png',
        data: DOT,
        transformation: { width: 300, height: 200 },
        altText: { name: '图 1', description: '院区总平面图', title: '' },
      }),
    ],
  }),
];

const OFFICIAL = {
  reference: 'official',
  levels: [
    { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
    { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
    { level: 2, format: LevelFormat.DECIMAL, text: '%3.' },
  ],
};

/** A plan of fifty pages as Word would have it: styles, automatic numbers, tables, 目录, a change, a remark, a picture. */
export async function planWord(chapters = CHAPTERS.length): Promise<Buffer> {
  const document = new Document({
    numbering: { config: [OFFICIAL] },
    creator: '规划办',
    comments: {
      children: [
        {
          id: 0,
          author: '护理部',
          date: new Date('2026-03-06T01:00:00Z'),
          children: [new Paragraph('是否含康复床位？')],
        },
      ],
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({ children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] }),
            ],
          }),
        },
        children: [
          new Paragraph({ alignment: AlignmentType.CENTER, text: '云州市中医院“十五五”发展规划' }),
          new TableOfContents('目录', { headingStyleRange: '1-2' }),
          ...CHAPTERS.slice(0, chapters).flatMap(chapter),
          ...returned(),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
