import { valueWords } from './diff-words.ts';

test.each([
  ['commitment', 'dissentReceipt', '出具'],
  ['none', 'dissentReceipt', '不出具'],
  ['none', 'authority', '不报送'],
  ['none', 'silence', '不视为无意见'],
])('%s of %s is said in the words of its field', (value, field, zh) => {
  expect(valueWords(value, field).zh).toBe(zh);
});
