import { wordless } from './refusing.ts';

const ID = '00000000-0000-4000-8000-000000000001';

test('words that came with the request do not reach the log, wherever they stand in the facts', () => {
  const body = { name: '张三', nested: [{ about: '李四的病历' }] };
  expect(wordless({ name: '张三', deep: { list: ['李四的病历', 3, true, null] } }, body)).toEqual({
    name: null,
    deep: { list: [null, 3, true, null] },
  });
});

test('ids, hashes, days, codes and what the house says itself stay', () => {
  const facts = {
    id: ID,
    hash: 'a'.repeat(64),
    on: '2025-11-20',
    at: '2025-11-20T02:00:00.000Z',
    outcome: 'not-passed',
    stream: `case/${ID}`,
    letter: '请示',
  };
  const own = { title: '党委会审议' };
  expect(wordless({ ...facts, ...own }, facts)).toEqual({ ...facts, ...own });
});
