import type { Block, Paper } from '../paper/paper.ts';
import { DISPOSITIONS, MISSING, OPINION_FORM, PLAN, SOURCE, VOTE } from '../testing/paper-data.ts';
import { PAPERS } from '../testing/papers.ts';
import { dayWords, lastDayWords, momentWords } from './day.ts';
import { dispositionSheet, dispositionTable, NOT_SHOWN } from './disposition-table.ts';
import { missingSheet } from './missing-list.ts';
import { formAnchors, OPINION_COLUMNS, opinionForm, opinionFormSheet, readMarks } from './opinion-form.ts';
import { codeOf } from './source.ts';
import { voteReport } from './vote-report.ts';

const blocksOf = ({ body, annexes = [] }: Paper): readonly Block[] => [
  ...body,
  ...annexes.flatMap((annex) => annex.body),
];

/** Every word that stands in a paper. */
function wordsIn(paper: Paper): string {
  const of = (block: Block): string => {
    if (block.kind === 'paragraph') return block.runs.map(({ text }) => text).join('');
    if (block.kind === 'heading') return block.text.map(({ text }) => text).join('');
    if (block.kind === 'table')
      return [...block.head, ...block.rows]
        .flat()
        .flatMap(({ lines }) => lines)
        .join('\n');
    return block.kind === 'fields' ? block.pairs.flat().join('\n') : '';
  };
  const { title, addressee = '', attachments = [], signature, note = '' } = paper;
  return [title, addressee, ...blocksOf(paper).map(of), ...attachments, signature?.name, note].join('\n');
}

describe.each(Object.entries(PAPERS))('%s', (_, paper) => {
  test('carries 稿次 and 校验码, and the moment of what it shows', () => {
    expect(paper.trace).toEqual({ draft: expect.stringMatching(/第\d+[稿条]/), code: '8c1d02ef' });
    expect(paper.file).toEqual({ author: '云州市中医院', at: SOURCE.at });
  });

  test('has tables whose rows are as wide as their heads, and no word of the code', () => {
    for (const block of blocksOf(paper))
      if (block.kind === 'table') for (const row of block.rows) expect(row).toHaveLength(block.widths.length);
    expect(wordsIn(paper)).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

test('校验码 is the first eight digits of the hash, one rule for every paper', () => {
  expect(codeOf(`ABCDEF01${'2'.repeat(56)}`)).toBe('abcdef01');
});

test('days are written as official papers do; a period that ends at midnight ends the day before', () => {
  expect([dayWords('2026-03-05'), dayWords('2026-03-04T16:00:00.000Z')]).toEqual(
    Array.from({ length: 2 }, () => '2026年3月5日'),
  );
  expect(momentWords('2026-04-08T06:30:00.000Z')).toBe('2026年4月8日（星期三）14:30');
  expect(lastDayWords('2026-03-13T16:00:00.000Z')).toBe('2026年3月13日');
});

test('a text that is not issued is marked 内部资料 on every page, a form is not', () => {
  expect(PAPERS['材料汇编']?.watermark).toBe('内部资料');
  expect(PAPERS['签到表']?.watermark).toBeUndefined();
});

describe('意见反馈表', () => {
  const ids = {
    consultation: OPINION_FORM.consultation,
    department: OPINION_FORM.department?.id ?? null,
  };

  test('is recognised by its hidden bookmarks when it comes back', () => {
    const anchors = blocksOf(opinionForm(OPINION_FORM)).flatMap((block) =>
      'anchor' in block && block.anchor !== undefined ? [`_md_${block.anchor}`] : [],
    );
    expect(readMarks(anchors)).toEqual(ids);
    expect(anchors.every((name) => /^[A-Za-z_][A-Za-z0-9_]{0,39}$/.test(name))).toBe(true);
  });

  test('as a sheet by the line at its foot', () => {
    expect(readMarks(opinionFormSheet(OPINION_FORM).rows.flat())).toEqual(ids);
  });

  test('one for anybody names no department; a file without marks is none of ours', () => {
    const { form, table } = formAnchors({ ...ids, department: null });
    expect(readMarks([table, form])).toEqual({ ...ids, department: null });
    expect(readMarks(['_Toc123', '序号'])).toBeNull();
  });

  test('has the columns that everybody knows, in Word and in the sheet', () => {
    const table = blocksOf(opinionForm(OPINION_FORM)).find(({ kind }) => kind === 'table');
    const head = table?.kind === 'table' ? table.head[0]?.flatMap(({ lines }) => lines) : [];
    expect(head).toEqual([...OPINION_COLUMNS]);
    expect(opinionFormSheet(OPINION_FORM).rows).toContainEqual([...OPINION_COLUMNS]);
  });
});

test('采纳情况 are summed up; wording that may not be shown is said to be there', () => {
  const [first] = DISPOSITIONS.rows;
  const hidden = { ...DISPOSITIONS, rows: first ? [{ ...first, opinion: null }] : [] };
  expect(wordsIn(dispositionTable(DISPOSITIONS))).toContain(
    '共收到意见3条，其中采纳1条、部分采纳1条、不采纳1条。',
  );
  expect(wordsIn(dispositionTable(hidden))).toContain(NOT_SHOWN);
  expect(dispositionSheet(hidden).rows.flat()).toContain(NOT_SHOWN);
});

test('a report on a secret vote shows the sum and the counts, and nobody’s choice', () => {
  const report = wordsIn(voteReport(VOTE));
  expect(report).toContain('全体66，实到52≥44 ✓；赞成45>33 ✓');
  expect(report).toContain('无记名投票只记录票数');
  expect(report).not.toContain('记名表决情况');
});

test('a ballot paper bears nothing by which it could be told from another', () => {
  const [once, twice] = wordsIn(PAPERS['表决票'] as Paper).split('沿此线裁开');
  expect((twice ?? '').match(/□/g)).toEqual((once ?? '').match(/□/g));
  expect(wordsIn(PAPERS['表决票'] as Paper)).not.toMatch(/编号|姓名：/);
});

test('请示 asks and 报告 does not; it names the gates and who signs', () => {
  const letter = PAPERS['请示'] as Paper;
  expect(wordsIn(letter)).toContain('妥否，请批示。');
  expect(wordsIn(letter)).toContain('2026年4月8日院长办公会研究同意；2026年4月15日党委会审议通过');
  expect(letter.head?.signers).toHaveLength(1);
  expect(letter.attachments).toHaveLength(6);
});

test('编制说明 gives the root of every gate, and what changed between two on whose authority', () => {
  const note = wordsIn(PAPERS['编制说明'] as Paper);
  expect(note).toContain('院长办公会审议文稿完整校验值：8c1d02ef 74b0a9e1');
  expect(note).toContain('授权修改');
});

test('未报送科室名单 counts, also as a sheet', () => {
  expect(wordsIn(PAPERS['未报送科室名单'] as Paper)).toContain('应报25份，已报23份，未报2份。');
  expect(missingSheet(MISSING).rows).toHaveLength(5);
  expect(missingSheet(MISSING).rows.flat().join()).toContain(PLAN);
});

test('送签单 shows as many numbers as fit one page, and says how many more there are', () => {
  const slip = PAPERS['送签单'] as Paper;
  expect(wordsIn(slip)).toContain('另有3处数字变化');
  expect(slip.body.some(({ kind }) => kind === 'qr')).toBe(true);
  expect(slip.body.some(({ kind }) => kind === 'box')).toBe(true);
});
