import { found, placed } from '../testing/found.ts';

test('“十四五” with quotation marks and without', () => {
  expect(
    placed('QUOTE_INCONSISTENT', '“十五五”时期是关键期。\n推进“十五五”规划。\n十五五期间加强管理。'),
  ).toEqual(['warning 3 十五五']);
});

test.each([
  ['never quoted', '十五五时期。十五五规划。'],
  ['always quoted', '“十五五”时期。《“十五五”规划》。“十五五规划”编制。'],
  ['another word', '“十五五”时期。第十五五年计划。'],
])('consistent: %s', (_, text) => expect(found('QUOTE_INCONSISTENT', text)).toEqual([]));

test('the form of fewer places is only advice where it is the quoted one', () => {
  expect(
    placed('QUOTE_INCONSISTENT', '十五五规划。十五五期间。“十五五”末。').map((each) => each.split(' ')[0]),
  ).toEqual(['advice', 'advice']);
});

test('capitals and small letters', () => {
  expect(placed('CASE_INCONSISTENT', '购置CT两台，CT室扩建。\n移动ct车一辆。')).toEqual(['warning 2 ct']);
  expect(found('CASE_INCONSISTENT', '发表SCI论文，建设ICU、PACS。长5cm，宽5CM。')).toEqual([]);
});

test('two spellings of one thing, the rarer one told', () => {
  const text = '其他科室配合，其他人员参加。\n其它事项另行通知。';
  expect(found('TERM_INCONSISTENT', text, 'advice')).toEqual(['其它']);
  expect(found('TERM_INCONSISTENT', '制定方案，修订制度，制订计划。截至年底，截止日期。', 'advice')).toEqual(
    [],
  );
});

test('two names of one department', () => {
  expect(found('NAME_INCONSISTENT', '各职能科室配合，职能科室负责。职能科牵头。', 'advice')).toEqual([
    '职能科',
  ]);
  expect(found('NAME_INCONSISTENT', '各临床科室、职能科室配合。', 'advice')).toEqual([]);
});

test('two titles of one plan', () => {
  const text =
    '某某医院“十五五”发展规划\n形成《某某医院2026—2030年发展规划（初稿）》。成立“十五五”事业发展规划领导小组。';
  expect(found('NAME_INCONSISTENT', text, 'advice')).toEqual([
    '《某某医院2026—2030年发展规划（初稿）》',
    '“十五五”事业发展规划',
  ]);
});

test('the unit under another name than in the title', () => {
  const text = (name: string): string => `某某县中医医院“十五五”发展规划\n一、现状\n${name}是公立医院。`;
  expect(found('NAME_INCONSISTENT', text('某某县中医院'), 'advice')).toEqual(['某某县中医院']);
  expect(found('NAME_INCONSISTENT', text('某某县中医医院'), 'advice')).toEqual([]);
  expect(found('NAME_INCONSISTENT', text('某某县人民医院'), 'advice')).toEqual([]);
});
