import { readWord } from './read-word.ts';
import { handWord, p, tbl, tc } from './testing/hand-word.ts';
import { isUnreadable } from './unreadable.ts';
import { textOf, type TakeRevisions, type WordIn } from './word.ts';

const BY = 'w:author="医务科" w:date="2026-03-05T09:00:00Z"';
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const added = (text: string, element = 'ins'): string =>
  `<w:${element} w:id="1" ${BY}>${run(text)}</w:${element}>`;
const removed = (text: string, element = 'del'): string =>
  `<w:${element} w:id="1" ${BY}><w:r><w:delText>${text}</w:delText></w:r></w:${element}>`;
const mark = (element: 'ins' | 'del'): string => `<w:pPr><w:rPr><w:${element} ${BY}/></w:rPr></w:pPr>`;
const paragraph = (content: string, properties = ''): string => `<w:p>${properties}${content}</w:p>`;

function read(body: string, revisions?: TakeRevisions): WordIn {
  const answer = readWord(handWord({ body }), revisions ? { revisions } : {});
  if (isUnreadable(answer)) throw new Error(answer.en);
  return answer;
}
const both = (body: string): readonly [string, string] => [
  textOf(read(body, 'accept')),
  textOf(read(body, 'reject')),
];

test('words put in and taken out', () => {
  const body = paragraph(`${run('床位')}${removed('80')}${added('95')}${run('张')}`);
  expect(both(body)).toEqual(['床位95张\n', '床位80张\n']);
});

test('without an answer the text reads as accepted, and says that nobody was asked', () => {
  const answer = read(paragraph(`${run('床位')}${removed('80')}${added('95')}`));
  expect(textOf(answer)).toBe('床位95\n');
  expect(answer.revisions).toEqual({
    count: 2,
    authors: ['医务科'],
    taken: null,
    list: [
      { by: '医务科', at: '2026-03-05T09:00:00Z', how: 'out', text: '80', paragraph: 0 },
      { by: '医务科', at: '2026-03-05T09:00:00Z', how: 'in', text: '95', paragraph: 0 },
    ],
  });
  expect(read(p('无')).revisions).toMatchObject({ count: 0, taken: 'accept' });
  expect(read(p('无'), 'reject').revisions).toMatchObject({ taken: 'reject' });
});

test('a change that a program cut into runs is one', () => {
  const answer = read(paragraph(`${added('加强')}${added('建设')}${run('，')}${added('落实')}`));
  expect(answer.revisions.list.map(({ text }) => text)).toEqual(['加强建设', '落实']);
});

test('a whole paragraph put in, and one taken out', () => {
  const body =
    p('甲') + paragraph(added('新'), mark('ins')) + paragraph(removed('旧'), mark('del')) + p('乙');
  expect(both(body)).toEqual(['甲\n新\n乙\n', '甲\n旧\n乙\n']);
  expect(read(body).revisions.count).toBe(2);
});

test('two paragraphs joined, and one split', () => {
  const joined = paragraph(run('前半，'), mark('del')) + p('后半。');
  expect(both(joined)).toEqual(['前半，后半。\n', '前半，\n后半。\n']);
  const split = paragraph(run('前半，'), mark('ins')) + p('后半。');
  expect(both(split)).toEqual(['前半，\n后半。\n', '前半，后半。\n']);
});

test('the last paragraph taken out, and one before a table', () => {
  const gone = paragraph(removed('旧'), mark('del'));
  expect(both(p('甲') + gone)).toEqual(['甲\n', '甲\n旧\n']);
  expect(both(gone + tbl([tc('a'), tc('b')]))).toEqual(['| a | b |\n', '旧\n| a | b |\n']);
  expect(both(paragraph(run('留'), mark('del')) + tbl([tc('a'), tc('b')]))[0]).toBe('留\n| a | b |\n');
});

test('what was moved stands in one place', () => {
  const body =
    paragraph(removed('段', 'moveFrom'), mark('del')) +
    p('中') +
    paragraph(added('段', 'moveTo'), mark('ins'));
  expect(both(body)).toEqual(['中\n段\n', '段\n中\n']);
  expect(read(body).revisions.list.map(({ how }) => how)).toEqual(['moved-out', 'moved-in']);
});

test('rows of a table', () => {
  const row = (text: string, change = ''): string =>
    `<w:tr><w:trPr>${change}</w:trPr>${tc(text)}${tc('万')}</w:tr>`;
  const body = `<w:tbl>${row('甲')}${row('新', `<w:ins ${BY}/>`)}${row('旧', `<w:del ${BY}/>`)}</w:tbl>`;
  expect(both(body)).toEqual(['| 甲 | 万 |\n| 新 | 万 |\n', '| 甲 | 万 |\n| 旧 | 万 |\n']);
  expect(read(body).revisions.list.map(({ how, text }) => [how, text])).toEqual([
    ['row-in', '新万'],
    ['row-out', '旧万'],
  ]);
});

test('a change of looks is counted, and rejected with the style that it changed', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="0"><w:name w:val="Normal"/></w:style>';
  const body = paragraph(
    run('总体要求'),
    `<w:pPr><w:pStyle w:val="1"/><w:pPrChange ${BY}><w:pPr><w:pStyle w:val="0"/></w:pPr></w:pPrChange></w:pPr>`,
  );
  const told = (revisions: TakeRevisions): unknown => {
    const answer = readWord(handWord({ body, styles }), { revisions });
    return isUnreadable(answer) ? answer : [answer.revisions.list[0]?.how, answer.paragraphs[0]?.told];
  };
  expect(told('accept')).toEqual(['format', 'outline']);
  expect(told('reject')).toEqual(['format', null]);
});

test('what one put in and another took out again is in neither text', () => {
  const body = paragraph(
    run('甲') + `<w:ins ${BY}><w:del ${BY}><w:r><w:delText>误</w:delText></w:r></w:del></w:ins>`,
  );
  expect(both(body)).toEqual(['甲\n', '甲\n']);
});
