import { reasonIn } from './reason-in.ts';

test('why something was done is read from the original', () => {
  expect(reasonIn('{"data":{"reason":"数据有误"},"sealed":[]}')).toEqual({ at: 'said', text: '数据有误' });
});

test('what is kept encrypted is told apart from what nobody wrote', () => {
  expect(reasonIn('{"data":{"reason":""},"sealed":[{"cm":"","ct":"","subject":""}]}')).toEqual({
    at: 'sealed',
  });
  expect(reasonIn('{"data":{"stage":"collect"},"sealed":[]}')).toEqual({ at: 'none' });
});
