import { owingText, type OwingLine } from './owing.ts';

const line = (who: string, due: string | null, over: Partial<OwingLine> = {}): OwingLine => ({
  who,
  label: `${who}发展规划`,
  due,
  overdue: false,
  ...over,
});
const MAY = '2026-05-29T16:00:00.000Z';
const APRIL = '2026-04-30T16:00:00.000Z';

test('who owes is listed under its date, with 应报、已报、未报', () => {
  const lines = [
    line('脾胃病科', MAY),
    line('信息科', APRIL, { overdue: true }),
    line('骨伤科', MAY),
    line('护理部', null),
  ];
  expect(
    owingText('“十五五”发展规划', '2026-05-20T02:00:00.000Z', [
      { stage: '科室素材', act: '报送科室发展规划', expected: 37, lines },
    ]),
  ).toBe(`【“十五五”发展规划】办理情况（截至5月20日）

科室素材——报送科室发展规划：应报37、已报33、未报4
未设期限：护理部
4月30日到期（已逾期）：信息科
5月29日前：脾胃病科、骨伤科
请以上科室（人员）抓紧办理，登录系统查看待办。
`);
});

test('whoever owes more than one thing is named once, with the number; without a known total none is claimed', () => {
  const text = owingText('规划', '2026-05-20T02:00:00.000Z', [
    {
      stage: null,
      act: '审签篇章',
      expected: null,
      lines: [line('院长', MAY), line('院长', MAY), line('副院长', MAY)],
    },
  ]);
  expect(text).toContain('审签篇章：未办3项\n5月29日前：院长（2项）、副院长\n');
  expect(text).not.toContain('应报');
});

test('when everybody has handed in, the list says so and names nobody', () => {
  const day = '2026-05-20T16:30:00.000Z';
  expect(owingText('规划', day, [])).toBe(
    '【规划】办理情况（截至5月21日）\n各项工作均已办结，无未办事项。\n',
  );
  expect(owingText('规划', day, [{ stage: '素材', act: '报送', expected: 5, lines: [] }])).toBe(
    '【规划】办理情况（截至5月21日）\n\n素材——报送：应报5、已报5、未报0\n',
  );
});

test('a name that carries line ends stays on its line', () => {
  const text = owingText('规划\n群公告', MAY, [
    { stage: null, act: '报送', expected: null, lines: [line('甲\r\n乙', MAY)] },
  ]);
  expect(text).toContain('【规划 群公告】');
  expect(text).toContain('5月29日前：甲 乙');
});

test('of several groups the request stands once, at the end', () => {
  const group = { stage: null, act: '填报指标', expected: null, lines: [line('信息科', MAY)] };
  const text = owingText('规划', MAY, [group, { ...group, act: '提出意见' }]);
  expect(text.match(/请以上科室/g)).toHaveLength(1);
  expect(text.trimEnd()).toMatch(/登录系统查看待办。$/);
});
