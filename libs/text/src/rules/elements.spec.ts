import { checkup } from '../checkup/checkup.ts';
import { found } from '../testing/found.ts';

const NOTICE = '某某医院关于印发“十五五”发展规划的通知';
const LETTER = `${NOTICE}\n各科室：\n现将规划印发给你们，请认真执行。`;

test('a notice without number, signature and date', () => {
  const [finding] = checkup(LETTER, { rules: ['DOC_ELEMENTS'] });
  expect(finding).toMatchObject({ line: 1, severity: 'warning', quote: NOTICE });
  expect(finding?.message.zh).toBe('印发通知缺少发文字号、署名、成文日期。');
});

test('a notice with all of them, and a text that is no notice', () => {
  expect(found('DOC_ELEMENTS', `某医〔2026〕3号\n${LETTER}\n      某某医院\n      2026年3月6日`)).toEqual([]);
  expect(found('DOC_ELEMENTS', '某某医院“十五五”发展规划\n一、现状')).toEqual([]);
});

test.each([
  ['落实国发（2021）3号文件。', '落实国发（2021）3号'],
  ['按照某医[2026]12号执行。', '按照某医[2026]12号'],
  ['某医〔2026〕第5号', '某医〔2026〕第5号'],
  ['某医〔2026〕05号', '某医〔2026〕05号'],
])('%s has a number that is not written so', (text, quote) =>
  expect(found('DOC_NUMBER', text)).toEqual([quote]),
);

test.each(['某市中医〔2020〕64号', '落实国办发〔2021〕18号文件。', '公告第5号', '规划（2026）执行。'])(
  '%s has not',
  (text) => expect(found('DOC_NUMBER', text)).toEqual([]),
);

test.each([
  '医院“十五五”发展规划',
  '“十五五”发展规划',
  '我院“十五五”事业发展规划（征求意见稿）',
  '2026—2030年发展规划',
])('%s does not say whose plan it is', (text) =>
  expect(found('TITLE', `${text}\n为推动发展，制定本规划。`)).toEqual([text]),
);

test.each([
  '某某市人民医院“十五五”发展规划',
  '某某市人民医院\n“十五五”发展规划',
  '心血管内科“十五五”发展规划',
  '某某医院文件\n某某医院关于印发“十五五”发展规划的通知',
])('%j does', (text) => expect(found('TITLE', `${text}\n为推动发展，制定本规划。`)).toEqual([]));
