import { itemTitle } from './item-title.ts';

test('the stage of a title is told from the text that is heard', () => {
  expect(itemTitle('《发展规划》（编制工作方案）（党委会研究编制工作方案）')).toEqual({
    text: '《发展规划》（编制工作方案）',
    stage: '党委会研究编制工作方案',
  });
});

test('a title that names no stage stays whole', () => {
  expect(itemTitle('《发展规划》（规划文稿）')).toEqual({ text: '《发展规划》（规划文稿）', stage: null });
  expect(itemTitle('设备购置')).toEqual({ text: '设备购置', stage: null });
});
