import { found, planOf } from '../testing/found.ts';

const conflict = (text: string): readonly string[] => found('NUM_CONFLICT', text);

test('a sum over five years that the yearly values cannot give', () => {
  const done = (sum: string): string =>
    planOf(`“十四五”期间，完成门诊${sum}万人次。年门诊量从10万人次上升至12万人次。`, '加强管理。');
  expect(conflict(done('30'))).toEqual([expect.stringContaining('30万人次')]);
  expect(conflict(done('55'))).toEqual([]);
});

test('other indicators are other sums', () => {
  const text = '“十四五”期间，出院600人次。年门诊量从10万人次上升至12万人次，年收治病人从80例上升至210例。';
  expect(conflict(planOf(text, '加强管理。'))).toEqual([]);
});

test.each([
  ['重点专科由3个增至7个，新增5个。', '由3个增至7个，新增5个'],
  ['占比由38.2%提高到46.7%，提高9.5个百分点。', '由38.2%提高到46.7%，提高9.5个百分点'],
  ['收入由200万元增长到300万元，增长30%。', '由200万元增长到300万元，增长30%'],
])('%s does not add up', (text, quote) => expect(conflict(text)).toEqual([quote]));

test.each([
  '重点专科由3个增至7个，新增4个。',
  '占比由38.2%提高到46.7%，提高8.5个百分点。',
  '收入由2.1亿元增长到3.1亿元，增长47.6%。',
  '收入由2亿元增长到3亿元，年均增长8.4%。',
  '门诊量由10余万人次增至20余万人次，增长95%。',
])('%s does', (text) => expect(conflict(text)).toEqual([]));

test('a part that is more than the whole', () => {
  expect(conflict('引进人才20人，其中博士25人。')).toEqual(['20人，其中博士25人']);
  expect(conflict('引进人才20人，其中包括3-6名药师，1-2名影像医师。')).toEqual([]);
  expect(conflict('保修期为一年，其中防水工程为三年。')).toEqual([]);
  expect(conflict('慢病管理率达到60%，慢病规范管理率达到70%。')).toEqual([]);
});

test.each([
  ['inline', '抓好三项任务：一是提质；二是增效。', '三项任务：'],
  ['below', '重点抓好以下四个方面：\n（一）提质\n（二）增效\n（三）强基', '四个方面：'],
  ['with a word between', '实施五大重点工程：一是甲；二是乙；三是丙；四是丁。', '五大重点工程：'],
])('as many are announced as are not listed: %s', (_, text, quote) =>
  expect(conflict(text)).toEqual([quote]),
);

test.each([
  '抓好两项任务：一是提质；二是增效。',
  '重点抓好以下三个方面：\n（一）提质\n（二）增效\n（三）强基',
  '建成胸痛、创伤、卒中、孕产妇和新生儿救治等五大中心。',
  '引进人才43人，省级2名，市级3名。',
  '推进“323”健康问题筛查（3类疾病、2种基础疾病、3类问题）。',
  '内科、外科、妇科等八大工程稳步推进。',
])('%s lists what it announces, or does not list', (text) => expect(conflict(text)).toEqual([]));
