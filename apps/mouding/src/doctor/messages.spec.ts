import { findingOf } from './messages.ts';

test('what waits and what bounced is told by institution', () => {
  const finding = findingOf([
    { code: 'one', waiting: 3, bounced: 0 },
    { code: 'two', waiting: 0, bounced: 0 },
    { code: 'three', waiting: 0, bounced: 2 },
  ]);
  expect(finding.state).toBe('note');
  expect(finding.says.zh).toContain(
    'one：积压一小时以上 3 条，退信 0 条；three：积压一小时以上 0 条，退信 2 条',
  );
  expect(finding.says.en).not.toContain('two');
});

test('when all went out there is nothing amiss', () => {
  expect(findingOf([{ code: 'one', waiting: 0, bounced: 0 }]).state).toBe('ok');
  expect(findingOf([]).state).toBe('ok');
});
