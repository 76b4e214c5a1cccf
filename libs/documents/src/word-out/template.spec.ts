import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import type { Block } from '../paper/paper.ts';
import { isUnreadable } from '../word-in/unreadable.ts';
import { fieldsOf, fillTemplate, type Filled } from './template.ts';
import { bodyOf, partsOf } from './testing/parts-of.ts';
import { readBack, wordsBack } from './testing/read-back.ts';
import { faultsOf } from './testing/word-order.ts';

const at = '2026-03-05T09:00:00+08:00';
const body: readonly Block[] = [
  { kind: 'heading', level: 1, text: [{ text: '一、总体要求' }] },
  { kind: 'heading', level: 2, text: [{ text: '（一）指导思想' }] },
  { kind: 'paragraph', runs: [{ text: '坚持“以病人为中心”。' }] },
  {
    kind: 'table',
    widths: [1, 1],
    head: [[{ lines: ['指标'] }, { lines: ['目标'] }]],
    rows: [[{ lines: ['床位'] }, { lines: ['800'] }]],
  },
];

/** What an office would make: its placeholder torn into runs, one in a table, styles of its own. */
const template = async (): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        styles: {
          paragraphStyles: [
            {
              id: 'yy',
              name: '医院正文',
              run: { font: '仿宋', size: 30 },
              paragraph: { spacing: { line: 560 } },
            },
          ],
        },
        sections: [
          {
            children: [
              new Paragraph({
                children: [new TextRun({ text: '{{发文', color: 'FF0000' }), new TextRun('字号}}')],
              }),
              new Paragraph('{{ 标题 }}'),
              new Paragraph({ style: 'yy', indent: { firstLine: 600 }, children: [new TextRun('{{正文}}')] }),
              new Table({
                rows: [
                  new TableRow({
                    children: [new TableCell({ children: [new Paragraph('印发：{{印发日期}}')] })],
                  }),
                ],
              }),
              new Paragraph('完'),
            ],
          },
        ],
      }),
    ),
  );

async function filled(fields: Readonly<Record<string, string>>, blocks = body): Promise<Filled> {
  const answer = await fillTemplate(await template(), fields, blocks, at);
  if (isUnreadable(answer)) throw new Error(answer.en);
  return answer;
}

describe("a hospital's own template", () => {
  it('says what it asks for, torn into runs, with spaces, in tables', async () => {
    expect(await fieldsOf(await template())).toEqual({
      fields: ['发文字号', '标题', '正文', '印发日期'],
      hasBody: true,
    });
  });

  it('takes words and a body', async () => {
    const { bytes } = await filled({
      发文字号: '云中医〔2026〕6号',
      标题: '关于印发规划的通知',
      印发日期: '2026年3月5日',
    });
    expect(wordsBack(bytes, 'accept')).toBe(
      '云中医〔2026〕6号\n关于印发规划的通知\n一、总体要求\n（一）指导思想\n坚持“以病人为中心”。\n指标|目标\n床位|800\n\n印发：2026年3月5日\n完',
    );
    expect([...partsOf(bytes)].flatMap(([, xml]) => faultsOf(xml))).toEqual([]);
  });

  it('says what is missing and what it never asked for; what is missing still stands there', async () => {
    const { bytes, missing, unknown } = await filled({ 标题: '通知', 密级: '内部' });
    expect({ missing, unknown }).toEqual({ missing: ['发文字号', '印发日期'], unknown: ['密级'] });
    expect(wordsBack(bytes, 'accept')).toContain('{{发文字号}}');
  });

  it('sets the body as the template sets its placeholder, with headings that Word knows', async () => {
    const { bytes } = await filled({});
    const styles = partsOf(bytes).get('word/styles.xml') ?? '';
    const own = /w:styleId="MoudingBody">.*?<\/w:style>/.exec(styles)?.[0] ?? '';
    expect(own).toContain('<w:basedOn w:val="yy"/>');
    expect(own).toContain('<w:ind w:firstLine="600"/>');
    expect(bodyOf(bytes)).not.toContain('仿宋_GB2312"/><w:t');
    expect(
      readBack(bytes, 'accept')
        .paragraphs.filter(({ told }) => told === 'outline')
        .map(({ depth }) => depth),
    ).toEqual([1, 2]);
  });

  it('takes what people type as text', async () => {
    const { bytes } = await filled({ 标题: '<w:p/>&{{正文}}' });
    expect(wordsBack(bytes, 'accept')).toContain('<w:p/>&{{正文}}');
    expect(wordsBack(bytes, 'accept').match(/指导思想/g)).toHaveLength(1);
  });

  it('fills in nothing that stands in the body', async () => {
    const { bytes } = await filled({ 标题: '通知' }, [
      { kind: 'paragraph', runs: [{ text: '见{{标题}}和{{正文}}' }] },
    ]);
    expect(wordsBack(bytes, 'accept')).toContain('见{{标题}}和{{正文}}');
  });

  it('is the same bytes for the same input', async () => {
    const source = await template();
    const [one, other] = await Promise.all(
      [0, 1].map(async () => fillTemplate(source, { 标题: '通知' }, body, at)),
    );
    if (!one || !other || isUnreadable(one) || isUnreadable(other)) throw new Error('not read');
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });

  it('is refused like any other hostile file', async () => {
    const answer = await fieldsOf(Buffer.from('PK\u0003\u0004broken'));
    expect(isUnreadable(answer)).toBe(true);
  });
});
