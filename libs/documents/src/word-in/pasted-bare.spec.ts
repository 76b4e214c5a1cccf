import { WORD_LIMITS } from './limits.ts';
import { readPastedBare } from './pasted-bare.ts';
import { whole } from './read-word.ts';
import { isUnreadable } from './unreadable.ts';
import { textOf, type WordIn } from './word.ts';

function read(html: string): WordIn {
  const bare = readPastedBare(html, WORD_LIMITS);
  if (isUnreadable(bare)) throw new Error(bare.en);
  return whole(bare);
}

test('what Word puts on the clipboard: levels, numbers, tables, signs', () => {
  const answer = read(`<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><style>p.MsoNormal{mso-pagination:none}</style><xml><o:p>x</o:p></xml></head><body><!--StartFragment-->
<p class=MsoNormal style='mso-outline-level:1'><b>一、总体要求</b></p>
<p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>（一）<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>加强&ldquo;学科&rdquo;建设</p>
<p class=MsoNormal>到2030年，
床位达到95张。<o:p></o:p></p>
<table class=MsoTableGrid><tr><td colspan=2><p>指标</p></td></tr><tr><td><p>床位</p><p>（张）</p></td><td>95|96</td></tr></table>
<!--EndFragment--></body></html>`);
  expect(textOf(answer)).toBe(
    '一、总体要求\n（一）加强“学科”建设\n到2030年， 床位达到95张。\n| 指标 |  |\n| 床位 （张） | 95｜96 |\n',
  );
  expect(answer.paragraphs.map(({ kind, depth, told }) => [kind, depth, told])).toEqual([
    ['section', 1, 'outline'],
    ['section', 2, 'writing'],
    ['clause', 3, null],
    ['table', 3, null],
  ]);
});

test('lists and headings of HTML', () => {
  expect(textOf(read('<h2>任务</h2><ol start=3><li>甲<li>乙</ol><ul><li>丙</li></ul>'))).toBe(
    '任务\n3.甲\n4.乙\n• 丙\n',
  );
});

test.each([
  ['a script', '<p>甲<script>alert("乙")</script></p>', '甲\n'],
  [
    'a picture that would be fetched',
    '<p>甲<img src="http://127.0.0.1/x.png" onerror="alert(1)"></p>',
    '甲\n',
  ],
  ['a script that does not end', '<p>甲</p><script>alert(1)', '甲\n'],
  ['entities that are none', '<p>&#0;&#xD800;&bogus;甲</p>', '&bogus;甲\n'],
  ['a mark that does not end', '<p>甲<b', '甲<b\n'],
  ['less than', '<p>甲 < 乙</p>', '甲 < 乙\n'],
  [
    'a table in a table',
    '<table><tr><td>甲<table><tr><td>乙</td></tr></table></td></tr></table>',
    '| 甲 乙 |\n',
  ],
])('%s becomes words or nothing', (_, html, text) => {
  expect(textOf(read(html))).toBe(text);
});
