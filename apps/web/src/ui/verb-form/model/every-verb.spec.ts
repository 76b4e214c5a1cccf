import { choiceWords } from '@mouding/contract';
import { ACTING, bodyOf, COMMANDS } from '@mouding/core';
import { readFileSync } from 'node:fs';
import { askPath } from '../../../api/ask-path.ts';
import { bodyFrom } from './body.ts';
import { controlOf, type Control, type Field } from './control.ts';
import type { Defs, Shape } from './shape.ts';
import type { Typed } from './typed.ts';

/** Verbs that policy gives to somebody who sits before a screen. */
const VERBS = COMMANDS.map(({ verb }) => verb).filter((verb) =>
  ACTING[verb]?.some(({ as }) => as !== 'clock'),
);

const ID = '00000000-0000-4000-8000-00000000ffff';
const HASH = 'f'.repeat(64);

const CHOSEN: { readonly [from: string]: string } = {
  stage: 'consult',
  body: 'party-committee',
  procedure: 'hospital',
  clause: 'n00000000ff',
  paragraph: '3',
  verb: 'all',
};

function chosenFrom(control: Extract<Control, { kind: 'pick' }>): string {
  const { of } = control;
  if (of.from !== 'thing') return CHOSEN[of.from] ?? ID;
  return of.named === 'id' ? ID : `${of.kinds[0] === '' ? 'meeting' : (of.kinds[0] ?? 'chapter')}/${ID}`;
}

/** Key words that are made up by whoever types them. */
const KEY_WORDS: { readonly [name: string]: string } = {
  digest: HASH,
  preview: HASH,
  login: 'zhang.san',
  mail: 'zhang@example.test',
  password: 'zhang-san-2026',
  key: 'party-committee',
  class: 'other',
  outcome: 'passed',
  restart: ID,
  root: `${'A'.repeat(43)}=`,
};

/** Whether what may stay empty is filled as well, and how every question is answered. */
interface Wish {
  readonly all: boolean;
  readonly said: 'yes' | 'no';
}

const WISHES: readonly Wish[] = [
  { all: false, said: 'yes' },
  { all: true, said: 'yes' },
  { all: true, said: 'no' },
];

/** What somebody would type into the control. */
function typedInto(control: Control, wish: Wish, name = ''): Typed {
  switch (control.kind) {
    case 'fixed':
      return undefined;
    case 'group':
      return groupTyped(control.fields, wish);
    case 'list':
      return linesTyped(control, wish, name);
    case 'table':
      return [{ key: typedInto(control.key, wish), value: typedInto(control.value, wish, name) }];
    case 'yes-no':
      return wish.said;
    default:
      return control.kind === 'either' ? firstWay(control, wish, name) : leafTyped(control, name);
  }
}

const firstWay = ({ ways }: Extract<Control, { kind: 'either' }>, wish: Wish, name: string): Typed => ({
  way: '0',
  as: ways[0] && typedInto(ways[0].control, wish, name),
});

const groupTyped = (fields: readonly Field[], wish: Wish): Typed =>
  Object.fromEntries(
    fields
      .filter(({ isNeeded }) => wish.all || isNeeded)
      .map(({ name, control }) => [name, typedInto(control, wish, name)]),
  );

const linesTyped = ({ item, least }: Extract<Control, { kind: 'list' }>, wish: Wish, name: string): Typed =>
  Array.from({ length: Math.max(least, wish.all ? 1 : 0) }, () => typedInto(item, wish, name));

type Leaf = Exclude<Control, { kind: 'fixed' | 'group' | 'either' | 'list' | 'table' | 'yes-no' }>;

const SAMPLES: { readonly [kind: string]: Typed } = {
  day: '2026-01-05',
  moment: '2026-01-05T10:00',
  file: { hash: HASH, name: '送签单.jpg' },
  text: HASH,
};

function leafTyped(control: Leaf, name: string): Typed {
  if (control.kind === 'choice') return control.values[0];
  if (control.kind === 'number') return String(Math.max(control.least ?? 1, 1));
  if (control.kind === 'pick') return chosenFrom(control);
  return control.kind === 'words'
    ? (KEY_WORDS[name] ?? '意见和理由'.slice(0, control.most ?? 5))
    : SAMPLES[control.kind];
}

interface Document {
  readonly paths: {
    readonly [path: string]: { readonly post?: { readonly requestBody?: Body } } | undefined;
  };
  readonly components: { readonly schemas: Defs };
}

interface Body {
  readonly content: { readonly 'application/json': { readonly schema: Shape } };
}

const DOCUMENT = JSON.parse(
  readFileSync(new URL('../../../../../../libs/contract/openapi.json', import.meta.url), 'utf8'),
) as Document;

function formOf(verb: string): Control {
  const shape = DOCUMENT.paths[askPath(verb)]?.post?.requestBody?.content['application/json'].schema;
  return controlOf(shape ?? { type: 'object' }, DOCUMENT.components.schemas, { verb, path: [] });
}

test('every verb that somebody may ask is asked where the server takes it', () => {
  expect(VERBS.length).toBeGreaterThan(180);
  expect(VERBS.filter((verb) => DOCUMENT.paths[askPath(verb)]?.post === undefined)).toEqual([]);
});

test.each(VERBS)('%s: what is typed makes a body that its schema takes', (verb) => {
  const control = formOf(verb);
  const tried = WISHES.map((wish) => {
    const { value, gaps } = bodyFrom(control, typedInto(control, wish));
    const error = bodyOf(verb)?.safeParse(value).error;
    return [...gaps, ...(error?.issues.map(({ path, message }) => `${path.join('/')}: ${message}`) ?? [])];
  });
  // Some want one of two fields, some one and not the other: what has everything, or what has the least, must do.
  expect(tried).toContainEqual([]);
});

/** What can be chosen stands below the name, not in it. */
const isList = ({ kind }: Control, name: string): boolean => kind === 'choice' && name.includes('、');

test.each(VERBS)('%s: every field and every choice is said in words of the screen', (verb) => {
  const nameless = (control: Control, at: string): readonly string[] => {
    switch (control.kind) {
      case 'group':
        return control.fields.flatMap(({ name, label, control: of }) => [
          ...((label && !isList(of, label.name.zh)) || of.kind === 'fixed' ? [] : [`${at}/${name}`]),
          ...nameless(of, `${at}/${name}`),
        ]);
      case 'either':
        return control.ways.flatMap(({ code, control: of }) => [
          ...(code === null || choiceWords('', code) ? [] : [`${at}=${code}`]),
          ...nameless(of, at),
        ]);
      case 'list':
        return nameless(control.item, at);
      case 'choice':
        return control.values
          .filter((value) => !choiceWords(control.field, value))
          .map((value) => `${at}=${value}`);
      default:
        return [];
    }
  };
  expect(nameless(formOf(verb), '')).toEqual([]);
});
