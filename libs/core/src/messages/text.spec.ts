import { messageText, oneLine, type Frame, type Occasion } from './text.ts';

const frame: Frame = { institution: '云岭市中医院', rehearsal: false, page: 'https://guihua.example/' };
const todo: Occasion = {
  kind: 'todo',
  act: { zh: '报送科室发展规划', en: 'hand in the department plan' },
  label: '脾胃病科发展规划',
  case: '“十五五”发展规划',
  due: '2026-05-29T16:00:00.000Z',
};

test('a 待办 says what, of what, by when, and where', () => {
  const { subject, body } = messageText(todo, frame);
  expect(subject).toBe('【云岭市中医院】待办：报送科室发展规划——脾胃病科发展规划（2026年5月29日前）');
  expect(body).toBe(`您有一项新的待办事项。
事项：报送科室发展规划
名称：脾胃病科发展规划
所属工作：“十五五”发展规划
办理期限：2026年5月29日（含当日）
请登录系统办理：https://guihua.example/

您收到本通知，是因为您现任岗位承担该事项。本邮件由系统发出，请勿回复；点击链接只打开页面，不办理任何事项。

----
Something new awaits you.
To do: hand in the department plan
Title: 脾胃病科发展规划
Plan: “十五五”发展规划
Due by the end of 2026-05-29
Please sign in: https://guihua.example/
You receive this because of the post that you hold now. Following the link opens a page and does nothing else.

云岭市中医院
`);
});

test('a 催办 says that it is one', () => {
  const { subject, body } = messageText({ ...todo, kind: 'reminder' }, frame);
  expect(subject).toMatch(/^【云岭市中医院】催办：/);
  expect(body).toMatch(/^您有一项待办事项尚未办结，现予催办。/);
});

test('what has no date and no plan leaves both out', () => {
  const { subject, body } = messageText({ ...todo, due: null, case: null }, frame);
  expect(subject).not.toContain('前）');
  expect(body).toContain('办理期限：未设期限');
  expect(body).not.toContain('所属工作');
});

test('a 会议通知 says time of Beijing, place and item', () => {
  const { subject, body } = messageText(
    {
      kind: 'meeting',
      body: '院长办公会',
      at: '2026-06-01T06:30:00.000Z',
      place: '行政楼三楼',
      item: '规划（送审稿）',
    },
    frame,
  );
  expect(subject).toBe('【云岭市中医院】会议通知：院长办公会（2026年6月1日14:30）');
  expect(body).toContain('时间：2026年6月1日14:30\n地点：行政楼三楼\n议题：规划（送审稿）');
  expect(body).toContain('Time: 2026-06-01 14:30 (Beijing)');
});

test('代录知悉 says that one may object, and until when', () => {
  const { subject, body } = messageText(
    { kind: 'recorded', label: '补录：党委会审议', case: null, due: '2026-06-05T16:00:00.000Z' },
    frame,
  );
  expect(subject).toBe('【云岭市中医院】代录知悉：补录：党委会审议');
  expect(body).toContain('可以提出异议');
  expect(body).toContain('2026年6月5日（含当日）前未提出异议的，视为知悉');
});

test('a rehearsal says so in subject and body', () => {
  const { subject, body } = messageText(todo, { ...frame, rehearsal: true });
  expect(subject).toMatch(/^【云岭市中医院】（演练）待办/);
  expect(body).toMatch(/^本通知由演练系统发出，不具实际效力。/);
});

test('the one link is the page: nothing in it acts', () => {
  for (const kind of ['todo', 'reminder'] as const) {
    const links = messageText({ ...todo, kind }, frame).body.match(/https?:\/\/\S+/g);
    expect(new Set(links)).toEqual(new Set([frame.page]));
  }
});

test.each([
  ['规划\r\nBcc: e@evil.example', '规划 Bcc: e@evil.example'],
  ['a\u0000b\u001bc\u007fd\u0085e', 'a b c d e'],
  ['a\u2028b\u2029c\u000bd', 'a b c d'],
  ['\u202egnp.exe\u202c', 'gnp.exe'],
  ['a\u200bb\u00adc\ufeffd', 'a b c d'],
  ['  规划\t\t（送审稿）\u3000 ', '规划 （送审稿）'],
  ['x'.repeat(200), `${'x'.repeat(79)}…`],
  ['\ud800规划', '\ufffd规划'],
])('a title is one plain line: %j', (title, line) => {
  expect(oneLine(title)).toBe(line);
});
