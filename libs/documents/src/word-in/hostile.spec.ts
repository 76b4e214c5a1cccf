import { convertInChild } from './convert-in-child.ts';
import { readWord } from './read-word.ts';
import { handWord, p } from './testing/hand-word.ts';
import { HOSTILE } from './testing/hostile.ts';
import { isUnreadable, troubles, unreadable } from './unreadable.ts';
import { textOf } from './word.ts';

const MEGABYTE = 1_048_576;

test.each(HOSTILE)('$name is refused with its own sentence', ({ trouble, bytes }) => {
  const file = bytes();
  const memory = process.memoryUsage.rss();
  const answer = readWord(file);
  if (!isUnreadable(answer)) throw new Error('it was read');
  expect(answer.trouble).toBe(trouble);
  expect(answer.zh).toMatch(/^\P{Cc}+。$/u);
  expect(answer.mend.zh).toMatch(/。$/);
  expect(process.memoryUsage.rss() - memory).toBeLessThan(150 * MEGABYTE);
});

test('nothing of a file that is named ends up in the answer', () => {
  const answers = HOSTILE.map(({ bytes }) => JSON.stringify(readWord(bytes())));
  expect(answers.filter((answer) => answer.includes('root:'))).toEqual([]);
});

test('every reason has a sentence that no other has', () => {
  const sentences = troubles.map((trouble) => unreadable(trouble).zh);
  expect(new Set(sentences).size).toBe(troubles.length);
});

test('a detail is shown without signs that would turn the line around', () => {
  const said = unreadable('unsafe-hyperlink', 'file:///\u202Etxt.exe\u0000');
  expect(said.zh).toBe('文件中的超链接指向本机或内网文件等，已拒收（file:///txt.exe）。');
});

test('what honest files have is no reason', () => {
  const honest = handWord({
    body: p('正文。'),
    relations: [
      { id: 'h1', type: 'hyperlink', target: 'https://example.org/', outside: true },
      { id: 'h2', type: 'hyperlink', target: 'mailto:a@example.org', outside: true },
    ],
    settings: '<w:attachedTemplate r:id="t1"/>',
    settingsRelations: [
      { id: 't1', type: 'attachedTemplate', target: 'file:///C:\\Users\\a\\Normal.dotm', outside: true },
    ],
  });
  const read = readWord(honest);
  expect(isUnreadable(read) ? read : textOf(read)).toBe('正文。\n');
});

test('the process that reads says the same', async () => {
  const some = HOSTILE.filter((_, n) => n % 9 === 0);
  for (const { bytes, trouble } of some)
    expect(await convertInChild(bytes(), 'a.docx')).toMatchObject({ trouble });
});
