import { erasedIn } from './gather.ts';

const sealedBy = (...subjects: readonly string[]) => ({
  entry: { sealed: subjects.map((subject) => ({ subject, cm: '', ct: '' })) },
});

test('each erased person whose words stand sealed in an entry is named once, and nobody twice', () => {
  const entries = [sealedBy('a', 'b'), sealedBy('a', 'c'), sealedBy()];
  const destroyed = new Set(['a', 'c', 'd']);
  expect(erasedIn(entries, destroyed, new Set())).toEqual(['person/a', 'person/c']);
  expect(erasedIn(entries, destroyed, new Set(['person/a']))).toEqual(['person/c']);
});
