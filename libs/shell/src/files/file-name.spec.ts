import { asAttachment, fileNameOf } from './file-name.ts';

test.each([
  ['%E5%A4%96%E7%A7%91%E8%A7%84%E5%88%92.wps', '外科规划.wps'],
  ['..%2F..%2Fetc%2Fpasswd', 'passwd'],
  ['C%3A%5Ctemp%5Ca.doc', 'a.doc'],
  ['a%0D%0ASet-Cookie%3A x.doc', 'aSet-Cookie: x.doc'],
  ['plan%E2%80%AExcod.exe', 'planxcod.exe'],
  ['%00', null],
  ['..', null],
  ['%E5%A4', null],
  [undefined, null],
])('%s is called %s', (header, name) => expect(fileNameOf(header)).toBe(name));

test('a long name is cut between characters', () => {
  expect(fileNameOf(encodeURIComponent('𠮷'.repeat(300)))).toBe('𠮷'.repeat(200));
});

test('goes out to be saved, whatever it is called', () => {
  expect(asAttachment(`外科 "规划"'(1).wps`)).toBe(
    "attachment; filename*=UTF-8''%E5%A4%96%E7%A7%91%20%22%E8%A7%84%E5%88%92%22%27%281%29.wps",
  );
  expect(asAttachment('\ud800')).toBe("attachment; filename*=UTF-8''%EF%BF%BD");
  expect(asAttachment(null)).toBe('attachment');
});
