import fc from 'fast-check';
import { titleLines } from './title-lines.ts';

test.each([
  ['云州市中医院“十五五”发展规划', ['云州市中医院“十五五”发展规划']],
  [
    '云州市中医院关于开展“十五五”发展规划编制工作的通知',
    ['云州市中医院关于开展', '“十五五”发展规划编制工作的通知'],
  ],
  [
    '云州市中医院关于印发《云州市中医院“十五五”发展规划（2026—2030年）》的通知',
    ['云州市中医院关于印发', '《云州市中医院“十五五”发展规划', '（2026—2030年）》的通知'],
  ],
  [
    '云州市中医院关于审定《云州市中医院“十五五”发展规划》的请示',
    ['云州市中医院关于审定《云州市中医院', '“十五五”发展规划》的请示'],
  ],
  ['云州市中医院“十五五”发展规划\n未报送科室名单', ['云州市中医院“十五五”发展规划', '未报送科室名单']],
])('%s is broken where a reader pauses', (title, lines) => {
  expect(titleLines(title, 19)).toEqual(lines);
});

test('nothing is lost or added, and no line begins with a closing sign', () => {
  const piece = fc.constantFrom(
    '云州',
    '关于',
    '发展规划',
    '《',
    '》',
    '的',
    '通知',
    '2026年',
    '，',
    '“十五五”',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const title = pieces.join('');
      const lines = titleLines(title, 12);
      expect(lines.join('')).toBe(title);
      expect(lines.slice(1).filter((line) => /^[》”，]/.test(line))).toEqual([]);
    }),
  );
});

test('a title as long as a page is set all the same', () => {
  const title = '云州市中医院关于开展“十五五”发展规划编制工作的通知';
  const lines = titleLines(title.repeat(4), 19);
  expect(lines.length).toBeLessThan(9);
  expect(lines.join('')).toBe(title.repeat(4));
  expect(titleLines(title.repeat(60), 19)).toEqual([title.repeat(60)]);
});
