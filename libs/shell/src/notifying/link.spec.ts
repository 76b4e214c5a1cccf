import { linkTo } from './link.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const PAGE = 'https://guihua.example';

test('a message leads to the screen of what it tells of, with or without a slash at the end of the address', () => {
  expect(linkTo(PAGE, `chapter/${ID}`)).toBe(`${PAGE}/go/chapters/${ID}`);
  expect(linkTo(`${PAGE}/`, `meeting/${ID}`)).toBe(`${PAGE}/go/meetings/${ID}`);
});

test('a case is a plan on the screen', () =>
  expect(linkTo(PAGE, `case/${ID}`)).toBe(`${PAGE}/go/plans/${ID}`));

test('what is owed to the institution as such has no screen of its own: the page itself is opened', () =>
  expect(linkTo(`${PAGE}/`, `org/${ID}`)).toBe(`${PAGE}/`));
