import { linkTo } from './link.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const PAGE = 'https://guihua.example';
const owed = (kind: string, verb: string) => ({ stream: `${kind}/${ID}`, verb });

test('a message leads to the screen of what it tells of, with or without a slash at the end of the address', () => {
  expect(linkTo(PAGE, owed('chapter', 'chapter.sign-off'))).toBe(`${PAGE}/go/chapters/${ID}`);
  expect(linkTo(`${PAGE}/`, owed('meeting', 'meeting.vote'))).toBe(`${PAGE}/go/meetings/${ID}`);
});

test('a case is a plan on the screen', () =>
  expect(linkTo(PAGE, owed('case', 'case.advance'))).toBe(`${PAGE}/go/plans/${ID}`));

test('a department is led to where it hands in', () =>
  expect(linkTo(PAGE, owed('chapter', 'chapter.submit'))).toBe(`${PAGE}/go/chapters/${ID}/hand-in`));

test('what is owed to the organisation is led to the view in which it is done', () => {
  expect(linkTo(`${PAGE}/`, owed('org', 'org.confirm-dated'))).toBe(`${PAGE}/go/org?view=planned`);
  expect(linkTo(PAGE, owed('org', 'org.approve-audit-access'))).toBe(`${PAGE}/go/org?view=audit`);
});
