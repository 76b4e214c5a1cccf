import fc from 'fast-check';
import { clausesOf, inOrder, locate, unknownClauses } from './clauses.ts';

const TEXT = '一、总则\n\n第一条 目标\n第二条 人才\n   \r\n第三条 护理\n';

test('a clause is a paragraph that says something, numbered from 1', () => {
  expect(clausesOf(TEXT)).toEqual(['一、总则', '第一条 目标', '第二条 人才', '第三条 护理']);
  expect(unknownClauses([1, 4, 5], TEXT)).toEqual([5]);
  expect(inOrder([3, 1, 3])).toEqual([1, 3]);
});

test.each([
  [[4], '一、总则\n第一条 目标\n第二条 人才（改）\n第三条 护理', [4]],
  [[2, 4], '新的一段\n一、总则\n第一条 目标\n第二条 人才\n第三条 护理', [3, 5]],
  [[3], '一、总则\n第一条 目标\n第二条 人才（改）\n第三条 护理', null],
  [[2, 3], '第一条 目标\n插入的一段\n第二条 人才', null],
  [[2, 4], '第三条 护理\n第一条 目标', null],
  [[5], TEXT, null],
  [[], '', []],
])('clauses %j of the text stand in %j at %j', (cited, to, at) => {
  expect(locate(cited, TEXT, to)).toEqual(at);
});

test('of words that stand several times it is the same one; more or fewer of them count as changed', () => {
  const twice = '小结\n一、专科\n小结';
  expect(locate([3], twice, '小结\n一、专科（改）\n小结')).toEqual([3]);
  expect(locate([1, 3], twice, twice)).toEqual([1, 3]);
  expect(locate([3], twice, '小结\n一、专科\n小结（改）')).toBeNull();
  expect(locate([2], twice, '小结\n一、专科\n一、专科\n小结')).toBeNull();
});

const lines = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength: 1, maxLength: 8 });

test('in the same text every citation stands, word for word', () => {
  fc.assert(
    fc.property(lines, fc.array(fc.nat(7)), (text, picks) => {
      const cited = inOrder(picks.map((pick) => (pick % text.length) + 1));
      const content = text.join('\n');
      const at = locate(cited, content, content);
      expect(at?.map((no) => text[no - 1])).toEqual(cited.map((no) => text[no - 1]));
    }),
  );
});

test('in another text it stands only where the same words do', () => {
  fc.assert(
    fc.property(lines, lines, fc.array(fc.nat(7), { minLength: 1 }), (from, to, picks) => {
      const cited = inOrder(picks.map((pick) => (pick % from.length) + 1));
      const at = locate(cited, from.join('\n'), to.join('\n'));
      fc.pre(at !== null);
      expect(at?.map((no) => to[no - 1])).toEqual(cited.map((no) => from[no - 1]));
    }),
  );
});
