import { found, placed } from '../testing/found.ts';

test.each([
  ['健全固定资产台帐。', '台帐'],
  ['截止目前，完成八成。', '截止'],
  ['合理布署工作。', '布署'],
  ['落实公立医绩效考核。', '公立医'],
  ['骨千医师占三成。', '千'],
  ['提升服务能力，提高提高质量。', '提高提高'],
  ['做好干部选配配强工作。', '选配配'],
  ['获得中国自然科学基金资助。', '中国自然科学基金'],
  ['己经完成任务。', '己经'],
  ['必需加强管理。', '必需'],
  ['服务能力显着提升。', '显着'],
  ['医疗质理持续改进。', '医疗质理'],
  ['展望到20235年。', '20235年'],
  ['贯彻党的的决定。', '党的的'],
  ['推行推行预约诊疗。', '推行推行'],
  ['电子病例系统应用水平', '电子病例'],
])('%s is misspelt', (text, quote) => expect(found('TYPO', text)).toEqual([quote]));

test.each([
  '报名截止日期为3月1日。',
  '公立医院、公立医疗机构、公立医学院校。',
  '按排名先后，按排队叫号。',
  '校园满意度调查，讲座落实到位。',
  '做风险评估，填报消毒记录。',
  '自己完成，克己奉公，周末来院。',
  '人人参与，层层落实，实实在在，扎扎实实。',
  '医院院长、学科学科带头人、重点学科学位点。',
  '制订计划，制定方案，特制订本规划。',
  '院士工作站副所长、副院长。',
  '高质量展示成果，绩效考评与绩效考核。',
  '落实实名制，完善善后机制，制定定期会商制度。',
  '提高高质量供给能力，作为为民服务的窗口。',
  '一个问题一个问题地解决。',
  '实验数最多，质量最高，不见得没施工。',
  '三千部手机，应急待命，反复盖章。',
  '目的的实现有赖于全员。',
  '疑难电子病例库。',
])('%s is right', (text) => expect(found('TYPO', text)).toEqual([]));

test('a character that is lost in a phrase of the same text is advice', () => {
  const text = '落实区域医疗协同服务体系建设。\n完善区域医疗协服务体系。';
  expect(placed('TYPO', text)).toEqual([expect.stringMatching(/^advice 2 .*医疗协服务/)]);
  expect(placed('TYPO', '加强医疗质量和安全管理。\n加强医疗质量安全管理。')).toEqual([]);
});

test('a doubled character that belongs to no word is advice', () => {
  expect(placed('TYPO', '做好疫情输入入防控工作。')).toEqual(['advice 1 入入']);
});

test.each([
  ['丰富物资文化。', '物资文化'],
  ['弘扬非物资文化遗产。', '物资文化'],
  ['培养法制思维。', '法制'],
])('%s has the wrong word', (text, quote) => {
  expect(found('TYPO_TERM', text).some((each) => each.includes(quote) || quote.includes(each))).toBe(true);
});

test.each(['丰富物质文化，保障物资供应。', '法制宣传日', '保护非物质文化遗产。'])(
  '%s has the right one',
  (text) => expect(found('TYPO_TERM', text)).toEqual([]),
);
