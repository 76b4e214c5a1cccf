import type { Fact } from '../stream.ts';
import { given, uuid } from '../testing/given.ts';
import { OPENED, SMALL } from '../testing/small-procedure.ts';
import { NoteCopied, noteCopied } from './note-copied.ts';

const definitions = { small: SMALL };
const stream = `case/${uuid(7)}`;
const entered: Fact = { type: 'StageEntered', data: { stage: 'material', round: 1, due: null, streams: [] } };
const body = { list: 'contribution.submit', count: 4 };
const copied = { stream, type: 'ListCopied', data: body };

test('that a list was copied is noted in every state of a case, again and again, and changes nothing', () => {
  for (const facts of [[OPENED], [OPENED, entered], [OPENED, entered, copied]])
    given({ [stream]: facts }, { definitions })
      .when(noteCopied, uuid(7), body)
      .then([copied]);
});

test('a case that does not exist has no list', () => {
  given({}, { definitions }).when(noteCopied, uuid(7), body).refused('case.running');
});

test.each([
  { list: 'all', count: 0 },
  { list: 'chapter.sign-off', count: 10_000 },
])('%j is a body', (said) => {
  expect(NoteCopied.safeParse(said).success).toBe(true);
});

test.each([
  { list: '已送达', count: 1 },
  { list: 'all\n', count: 1 },
  { list: 'all', count: -1 },
  { list: 'all', count: 1.5 },
  { list: 'all', count: 10_001 },
  { list: 'all', count: 1, sent: true },
])('%j is none', (said) => {
  expect(NoteCopied.safeParse(said).success).toBe(false);
});
