import { found } from '../testing/found.ts';

test('a short name by number that is nowhere explained, once', () => {
  expect(found('ABBR_UNDEFINED', '加强“三合理”管理，落实“三合理”要求。', 'advice')).toEqual(['“三合理”']);
});

test.each([
  '加强“三合理”（合理检查、合理用药、合理治疗）管理。',
  '“三师共管”即专科医师、全科医师、健康管理师共同管理。',
  '落实“三重一大”“一岗双责”制度，做到“两个维护”。',
  '获“三等奖”，获“五好科室”称号。',
  '编制“十五五”规划。',
])('%s is explained, known or no abbreviation', (text) =>
  expect(found('ABBR_UNDEFINED', text, 'advice')).toEqual([]),
);

test('emphasis here and not there', () => {
  const bold = ['一', '二', '三'].map((number) => `**${number}是加强管理。**要落实责任。`).join('');
  expect(found('EMPHASIS_INCONSISTENT', `${bold}四是提高质量。要持续改进。`, 'advice')).toEqual([
    '四是提高质量。',
  ]);
  expect(found('EMPHASIS_INCONSISTENT', bold, 'advice')).toEqual([]);
  expect(found('EMPHASIS_INCONSISTENT', '一是加强管理。二是提高质量。', 'advice')).toEqual([]);
});
