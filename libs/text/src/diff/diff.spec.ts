import { applyDiff } from './apply.ts';
import { diff } from './diff.ts';
import type { Part } from './part.ts';

/** Every part but the kept ones, in signs that can be read at a glance. */
function marked(a: string, b: string): readonly string[] {
  const difference = diff(a, b);
  expect(applyDiff(difference, a)).toEqual({ kind: 'applied', text: b });
  return difference.parts.flatMap((part) => (part.kind === 'kept' ? [] : [signs(part)]));
}

function signs(part: Exclude<Part, { kind: 'kept' }>): string {
  if (part.kind === 'added') return `+${part.b.line} ${part.lines.join('⏎')}`;
  if (part.kind === 'removed') return `-${part.a.line} ${part.lines.join('⏎')}`;
  const text = part.runs.map(({ kind, text: each }) =>
    kind === 'same' ? each : kind === 'out' ? `[-${each}-]` : `{+${each}+}`,
  );
  const sign = part.kind === 'moved' ? '>' : '~';
  return `${sign}${part.a.line}→${part.b.line} ${part.nature} ${text.join('').replaceAll('\n', '⏎')}`;
}

const PLAN = `某医院发展规划
一、工作目标
到2025年，门诊量达到80万人次，床位80张。
加强人才队伍建设，引进高层次人才三个，提高医疗服务质量，改善就医体验。
二、主要任务
（一）完善急诊急救体系，建设胸痛中心和卒中中心。
（二）推进智慧医院建设，电子病历达到五级水平。

三、保障措施
落实各级责任，强化全过程考核。
`;
const changed = (from: string, to: string): string => {
  if (!PLAN.includes(from)) throw new Error(`no ${from}`);
  return PLAN.replace(from, to);
};

describe('one kind of change after the other', () => {
  test('words inside a paragraph', () => {
    expect(marked(PLAN, changed('提高医疗服务质量，改善', '提升医疗服务质量，持续改善'))).toEqual([
      '~4→4 content 加强人才队伍建设，引进高层次人才三个，[-提高-]{+提升+}医疗服务质量，{+持续+}改善就医体验。',
    ]);
  });

  test('a clause put in begins where a clause begins', () => {
    expect(marked(PLAN, changed('引进高层次人才三个，', '引进高层次人才三个，完善薪酬制度，'))).toEqual([
      '~4→4 content 加强人才队伍建设，引进高层次人才三个，{+完善薪酬制度，+}提高医疗服务质量，改善就医体验。',
    ]);
  });

  test('a paragraph added, and one removed', () => {
    expect(marked(PLAN, changed('一、工作目标\n', '一、工作目标\n坚持公益性。\n'))).toEqual([
      '+3 坚持公益性。',
    ]);
    expect(marked(PLAN, changed('落实各级责任，强化全过程考核。\n', ''))).toEqual([
      '-10 落实各级责任，强化全过程考核。',
    ]);
  });

  test('a paragraph moved as it was', () => {
    const line = '落实各级责任，强化全过程考核。\n';
    const moved = PLAN.replace(line, '').replace('二、主要任务\n', `${line}二、主要任务\n`);
    expect(marked(PLAN, moved)).toEqual(['>10→5 same 落实各级责任，强化全过程考核。']);
  });

  test('a paragraph moved and edited', () => {
    const line = '加强人才队伍建设，引进高层次人才三个，提高医疗服务质量，改善就医体验。\n';
    const moved = PLAN.replace(line, '') + line.replace('三个', '五个');
    expect(marked(PLAN, moved)).toEqual([
      '>4→10 content 加强人才队伍建设，引进高层次人才[-三-]{+五+}个，提高医疗服务质量，改善就医体验。',
    ]);
  });

  test('a chapter put in before: the numbers behind it change, and nothing else', () => {
    const after = PLAN.replace('三、', '四、').replace('二、', '三、').replace('一、', '一、总体要求\n二、');
    expect(marked(PLAN, after)).toEqual([
      '+2 一、总体要求',
      '~2→3 numbering [-一-]{+二+}、工作目标',
      '~5→6 numbering [-二-]{+三+}、主要任务',
      '~9→10 numbering [-三-]{+四+}、保障措施',
    ]);
  });

  test('renumbered and rewritten is a change of content', () => {
    const [part] = diff('（一）加强学科建设。', '（二）加强重点学科建设。').parts;
    expect(part).toMatchObject({ nature: 'content', renumbered: { from: '（一）', to: '（二）' } });
  });

  test('a paragraph split in two, and two joined, are one change of layout', () => {
    const split = changed('三个，提高', '三个，\n提高');
    const [joined, two] = [
      '~4→4 format 加强人才队伍建设，引进高层次人才三个，{+⏎+}提高医疗服务质量，改善就医体验。',
      '~4→4 format 加强人才队伍建设，引进高层次人才三个，[-⏎-]提高医疗服务质量，改善就医体验。',
    ];
    expect(marked(PLAN, split)).toEqual([joined]);
    expect(marked(split, PLAN)).toEqual([two]);
  });

  test('lines that a conversion wrapped are one change of layout', () => {
    const long =
      '医院坚持公益性，加强学科建设，完善分级诊疗，改善就医环境，推进信息化，健全考核办法，落实各级责任。';
    const wrapped = long.replace(/.{9}/gu, '$&\n');
    const plan = (text: string): string => `一、任务\n${text}\n二、保障\n`;
    expect(marked(plan(long), plan(wrapped))).toEqual([`~2→2 format ${wrapped.replaceAll('\n', '{+⏎+}')}`]);
    expect(diff(plan(wrapped), plan(long)).parts).toHaveLength(3);
  });

  test('a range of numbers is shown as one', () => {
    expect(marked('每年引进2-3名医师。', '每年引进3-5名医师。')).toEqual([
      '~1→1 content 每年引进[-2-3-]{+3-5+}名医师。',
    ]);
  });

  test('full and half width, and spaces, are layout', () => {
    expect(marked('加强领导，落实责任。', '加强领导,落实责任。　')).toEqual([
      '~1→1 format 加强领导[-，-]{+,+}落实责任。{+　+}',
    ]);
  });

  test('what a conversion left is layout, and a number behind it is a number', () => {
    const a = '[bookmark: _Toc1]一、基本医疗**服务**\n[bookmark: _Toc2]\n正文。';
    expect(marked(a, '一、基本医疗服务\n\n正文。')).toEqual([
      '~1→1 format [-[bookmark: _Toc1]-]一、基本医疗[-**-]服务[-**-]',
      '~2→2 format [-[bookmark: _Toc2]-]',
    ]);
    expect(marked(a, a.replace('一、', '二、'))).toEqual([
      '~1→1 numbering [bookmark: _Toc1][-一-]{+二+}、基本医疗**服务**',
    ]);
  });

  test('a space between two figures is no layout', () => {
    expect(marked('床位 80 95', '床位 8095')).toEqual(['~1→1 content 床位 [-80 95-]{+8095+}']);
  });
});

describe('traps', () => {
  test('identical texts are one kept part', () => {
    expect(diff(PLAN, PLAN).parts).toEqual([
      { kind: 'kept', a: { line: 1, last: 11 }, b: { line: 1, last: 11 } },
    ]);
  });

  test.each([
    ['', ''],
    ['', PLAN],
    [PLAN, ''],
    ['\n', '\n\n'],
    ['没有行尾', '没有行尾\n'],
    ['\uFEFF', ''],
    ['\uFEFF带标记', '带标记'],
    ['甲\r\n乙\r\n丙', '甲\n乙\r\n丙\n'],
    ['甲\r乙', '甲\r\n乙'],
    ['𠮷', '𠮶'],
  ])('%j to %j and back, byte for byte', (a, b) => {
    expect(applyDiff(diff(a, b), a)).toEqual({ kind: 'applied', text: b });
    expect(applyDiff(diff(b, a), b)).toEqual({ kind: 'applied', text: a });
  });

  test('a file saved with other line ends and a mark has no changed part', () => {
    const windows = `\uFEFF${PLAN.replaceAll('\n', '\r\n')}`;
    const { parts, writing } = diff(PLAN, windows);
    expect(parts.map(({ kind }) => kind)).toEqual(['kept']);
    expect(writing).toEqual({
      a: { mark: false, end: '\n', others: [] },
      b: { mark: true, end: '\r\n', others: [] },
    });
  });

  test('one of many equal paragraphs went: one is removed', () => {
    const line = '各科室按职责落实。\n';
    expect(marked(`开头\n${line.repeat(5)}结尾`, `开头\n${line.repeat(4)}结尾`)).toHaveLength(1);
    const twice = marked(
      `甲段内容\n${line}乙段内容\n${line}`,
      `甲段内容\n${line}新的一段\n乙段内容\n${line}`,
    );
    expect(twice).toEqual(['+3 新的一段']);
  });

  test('the whole text replaced: nothing is called kept, changed or moved', () => {
    const other = '春眠不觉晓\n处处闻啼鸟\n夜来风雨声\n花落知多少';
    const kinds = diff(PLAN.trimEnd().replace('\n\n', '\n'), other).parts.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['removed', 'added']));
  });

  test('in a table of figures each row stays beside itself', () => {
    const row = (name: string, ...cells: number[]): string => [name, ...cells].join('\t');
    const a = [row('门诊', 10, 20), row('急诊', 11, 21), row('住院', 12, 22), row('手术', 13, 23)].join('\n');
    const b = [
      row('门诊', 10, 25),
      row('急诊', 11, 26),
      row('体检', 14, 24),
      row('住院', 12, 27),
      row('手术', 13, 28),
    ];
    expect(marked(a, b.join('\n'))).toEqual([
      '~1→1 content 门诊\t10\t[-20-]{+25+}',
      '~2→2 content 急诊\t11\t[-21-]{+26+}',
      '+3 体检\t14\t24',
      '~3→4 content 住院\t12\t[-22-]{+27+}',
      '~4→5 content 手术\t13\t[-23-]{+28+}',
    ]);
  });

  test('two neighbours that changed places: one of them moved', () => {
    const swapped = changed(
      '（一）完善急诊急救体系，建设胸痛中心和卒中中心。\n（二）推进智慧医院建设，电子病历达到五级水平。',
      '（一）推进智慧医院建设，电子病历达到五级水平。\n（二）完善急诊急救体系，建设胸痛中心和卒中中心。',
    );
    expect(marked(PLAN, swapped)).toEqual([
      '>7→6 numbering （[-二-]{+一+}）推进智慧医院建设，电子病历达到五级水平。',
      '~6→7 numbering （[-一-]{+二+}）完善急诊急救体系，建设胸痛中心和卒中中心。',
    ]);
  });

  test('words that occur twice on a side are not said to have moved', () => {
    const a = '甲项工作内容说明\n共同的一句话。\n乙项工作内容说明\n共同的一句话。';
    expect(marked(a, '甲项工作内容说明\n乙项工作内容说明')).toEqual([
      '-2 共同的一句话。',
      '-4 共同的一句话。',
    ]);
  });
});
