import type { StaffCheck, StaffList, StaffRow } from '@mouding/contract';
import { mailAddress } from '@mouding/core';

type Person = StaffList['items'][number];
type Checked = StaffCheck['rows'][number];

/** A row with its number in the sheet. */
export interface Numbered {
  readonly row: number;
  readonly written: StaffRow;
}

/** Who is registered, and the posts that there are. */
export interface House {
  readonly people: readonly Person[];
  readonly posts: readonly {
    readonly id: string;
    readonly title: string;
    readonly holder: { readonly person: string } | null;
  }[];
}

/** What every row would change in the house, or what is wrong with it. */
export function compared({ people, posts }: House, rows: readonly Numbered[]): readonly Checked[] {
  const known: Known = {
    byLogin: new Map(people.map((each) => [each.login, each])),
    posts,
    names: new Map(people.map(({ person, name }) => [person, name ?? ''])),
    often: count(rows),
  };
  return rows.map((row) => checkedRow(known, row));
}

interface Known {
  readonly byLogin: ReadonlyMap<string, Person>;
  readonly posts: House['posts'];
  readonly names: ReadonlyMap<string, string>;
  /** How often a login, or a post, stands in the sheet. */
  readonly often: ReadonlyMap<string, number>;
}

function count(rows: readonly Numbered[]): ReadonlyMap<string, number> {
  const keys = rows.flatMap(({ written: { login, post } }) => [`login ${login}`, `post ${post}`]);
  return new Map(keys.map((key) => [key, keys.filter((each) => each === key).length]));
}

const LOGIN = /^[a-z0-9._-]{2,40}$/;

function checkedRow(known: Known, { row, written }: Numbered): Checked {
  const person = known.byLogin.get(written.login) ?? null;
  const id = person?.person ?? null;
  const faults = [...faultsOfPerson(known, written, person), ...faultsOfPost(known, written, id)];
  const base = { row, ...written, faults, person: id };
  if (faults.length > 0) return { ...base, state: 'invalid', changes: [], fills: null, setsMail: false };
  const wanted = wantedBy(known, written, person);
  const changes = changesOf(written, person, wanted);
  const { post, setsMail } = wanted;
  return { ...base, state: stateOf(person, changes.length), changes, fills: post?.id ?? null, setsMail };
}

interface Wanted {
  /** The vacant post that would be filled. */
  readonly post: { readonly id: string; readonly title: string } | null;
  readonly setsMail: boolean;
}

const wantedBy = ({ posts }: Known, { post, mail }: StaffRow, person: Person | null): Wanted => ({
  post: posts.find(({ title, holder }) => title === post && !holder) ?? null,
  setsMail: mail !== '' && mail !== person?.mail,
});

function stateOf(person: Person | null, changes: number): Checked['state'] {
  if (!person) return 'new';
  return changes > 0 ? 'changed' : 'same';
}

function changesOf(
  { mail }: StaffRow,
  person: Person | null,
  { post, setsMail }: Wanted,
): Checked['changes'] {
  return [
    ...(person ? [] : [{ zh: '登记人员', en: 'register the person' }]),
    ...(post ? [{ zh: `任“${post.title}”`, en: `fill the post ${post.title}` }] : []),
    ...(setsMail ? [{ zh: `登记邮箱${mail}`, en: `set the address ${mail}` }] : []),
  ];
}

type Fault = Checked['faults'][number];
const fault = (column: string, zh: string, en: string): Fault => ({ column, said: { zh, en } });

/** What is wrong where it is not so. */
const unless = (isFine: boolean, column: string, zh: string, en: string): readonly Fault[] =>
  isFine ? [] : [fault(column, zh, en)];

const faultsOfPerson = (
  { often }: Known,
  { name, login, mail }: StaffRow,
  person: Person | null,
): readonly Fault[] => [
  ...unless(
    name !== '' && name.length <= 40,
    'name',
    '请填写姓名（40字以内）',
    'Give a name of at most 40 characters',
  ),
  ...unless(
    LOGIN.test(login),
    'login',
    '登录名为2—40位小写字母、数字、点、横线',
    'A login is 2–40 lower-case letters, digits, dots or hyphens',
  ),
  ...unless(often.get(`login ${login}`) === 1, 'login', '表中有重复的登录名', 'This login is there twice'),
  ...unless(isThat(person, name), 'login', '该登录名已属于另一人', 'This login is that of somebody else'),
  ...unless(mail === '' || mailAddress(mail) !== null, 'mail', '邮箱格式不正确', 'This is no address'),
];

/** Whether the login is new, or that of a person of this name. */
const isThat = (person: Person | null, name: string): boolean =>
  person === null || person.name === null || person.name === name;

function faultsOfPost(known: Known, { post }: StaffRow, person: string | null): readonly Fault[] {
  if (post === '') return [];
  const found = known.posts.find(({ title }) => title === post);
  if (!found)
    return [
      fault('post', `没有岗位“${post}”，请先设置岗位`, `There is no post ${post}; it must be set up first`),
    ];
  const holder = found.holder?.person ?? person;
  const name = known.names.get(holder ?? '') ?? '';
  return [
    ...unless(
      known.often.get(`post ${post}`) === 1,
      'post',
      '表中有两人任同一岗位',
      'Two people are given this post',
    ),
    ...unless(
      holder === person,
      'post',
      `该岗位现由${name}任职，请先办理免职`,
      `${name} holds this post; vacate it first`,
    ),
  ];
}
