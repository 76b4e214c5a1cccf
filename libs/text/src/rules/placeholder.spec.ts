import { found } from '../testing/found.ts';

test.each([
  ['门诊量达到XXXX万人次。', 'XXXX'],
  ['新增XX个专科。', 'XX'],
  ['引进××名专家。', '××'],
  ['由@@@负责。', '@@@'],
  ['达到（数据？）。', '（数据？）'],
  ['投入（？）万元。', '（？）'],
  ['建筑面积（待核实）平方米。', '（待核实）'],
  ['责任科室：待定。', '待定'],
  ['开工时间TBD。', 'TBD'],
  ['培训____人次。', '____'],
  ['投资（  ）万元。', '（  ）'],
  ['于XX年XX月完成。', 'XX年XX月'],
  ['制定《》并印发。', '《》'],
  ['床位达到〇〇张。', '〇〇'],
  ['出院患者达到？万人次。', '达到？'],
  ['牵头部门：（待明确）。', '（待明确）'],
])('%s is not filled in', (text, quote) => expect(found('PLACEHOLDER', text)).toContain(quote));

test.each([
  '购置PET/CT一台，考核等级为B++。',
  '防控H7N9，发展互联网+护理，建设I、II期病房。',
  '解决“怎么办？谁来办？”的问题。',
  '（如延续护理、急救护理等）',
  '接待定期回访患者，期待确认结果。',
  '岗位待遇逐步提高，机制有待完善。',
  '执行GB/T 9704，使用XRD和Xpert检测。',
  '对待补助资金要专款专用。',
  '二〇〇〇年建院，二〇〇八年迁址。',
])('%s is complete', (text) => expect(found('PLACEHOLDER', text)).toEqual([]));

test('brackets around the word are one finding', () => {
  expect(found('PLACEHOLDER', '于××年××月××日印发，投入（@@@？）。')).toEqual(['××年××月××日', '（@@@？）']);
  expect(found('PLACEHOLDER', '投资（待定），分两期。')).toEqual(['（待定）']);
});
