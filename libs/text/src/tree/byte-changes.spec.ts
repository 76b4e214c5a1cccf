import { chanceOf } from '../testing/edited.ts';
import { applyOperations, erase } from './apply.ts';
import { utf8 } from './bytes.ts';
import { operationsOf, type ByteChange } from './byte-changes.ts';
import { isMisfit } from './misfit.ts';
import { fixture, idOf, minted, sha256, treeFrom } from '../testing/tree-sample.ts';
import { ERASED, plainOf, type Operation, type Tree } from './tree.ts';

const BASE = '一、目标\n到2030年，床位达到80张。\n\n二、任务\n加强管理，落实责任。\n完善制度，强化考核。\n';

/** A change by what it takes out and puts in. */
function change(text: string, out: string, put: string): ByteChange {
  const at = text.indexOf(out);
  if (at < 0 || text.includes(out, at + 1)) throw new Error(`not one ${out}`);
  return { at: utf8(text.slice(0, at)).length, cut: utf8(out).length, put };
}

function changed(
  tree: Tree,
  changes: readonly ByteChange[],
): { readonly operations: readonly Operation[]; readonly after: Tree } {
  const operations = operationsOf(tree, changes, minted('change'));
  if (isMisfit(operations)) throw new Error(operations.misfit);
  const after = applyOperations(tree, operations);
  if (isMisfit(after)) throw new Error(after.misfit);
  return { operations, after };
}

function edit(
  out: string,
  put: string,
): { readonly ops: readonly string[]; readonly after: Tree; readonly tree: Tree } {
  const tree = treeFrom(BASE);
  const { operations, after } = changed(tree, [change(BASE, out, put)]);
  expect(plainOf(after)).toBe(BASE.replace(out, () => put));
  return { ops: operations.map(({ op }) => op), after, tree };
}

describe('one change', () => {
  test('words inside of a clause', () => expect(edit('80张', '95张').ops).toEqual(['put']));

  test('a line feed put in splits', () => {
    const { ops, after, tree } = edit('管理，落实', '管理。\n落实');
    expect(ops).toEqual(['split', 'put', 'put']);
    expect(idOf(after, '加强管理。')).toBe(idOf(tree, '加强管理'));
  });

  test('a line feed cut out joins', () => {
    const { ops, after, tree } = edit('责任。\n完善', '责任，完善');
    expect(ops).toEqual(['join', 'put']);
    expect(idOf(after, '强化考核')).toBe(idOf(tree, '加强管理'));
  });

  test('whole paragraphs are inserted and get a level from their neighbours', () => {
    const { ops, after } = edit('完善制度', '建立台账，定期通报。\n三、保障\n完善制度');
    expect(ops).toEqual(['insert', 'insert']);
    const added = after.nodes.filter(({ text }) => /台账|保障/.test(text ?? ''));
    expect(added.map(({ kind, depth }) => `${kind} ${depth}`)).toEqual(['clause 2', 'section 1']);
  });

  test('a paragraph put in behind the last', () =>
    expect(edit('考核。', '考核。\n建立台账。').ops).toEqual(['insert']));

  test('a whole paragraph is removed', () =>
    expect(edit('加强管理，落实责任。\n', '').ops).toEqual(['remove']));

  test('its words alone: a blank line is left', () =>
    expect(edit('加强管理，落实责任。', '').ops).toEqual(['remove', 'space']));

  test('the last paragraph with its line end', () =>
    expect(edit('\n完善制度，强化考核。\n', '').ops).toEqual(['remove', 'space']));

  test('everything', () => {
    const { after } = edit(BASE, '');
    expect(after).toMatchObject({ nodes: [], end: '' });
  });

  test('blank lines alone', () => expect(edit('张。\n\n二', '张。\n二').ops).toEqual(['space']));

  test('from the middle of one paragraph to the middle of the next but one', () => {
    const { ops, after, tree } = edit('管理，落实责任。\n完善制度，', '管理与\n');
    expect(ops).toEqual(['put', 'put']);
    expect(idOf(after, '强化考核')).toBe(idOf(tree, '强化考核'));
  });
});

describe('a passage quoted as a whole', () => {
  test('to mend it at both ends: what stays between is known again', () => {
    const { ops, after, tree } = edit('到2030年，床位达到80张。', '至2030年，床位达到95张以上。');
    expect(ops).toEqual(['put']);
    expect(idOf(after, '95张')).toBe(idOf(tree, '80张'));
  });

  test('over several paragraphs: each keeps its id', () => {
    const { ops, after, tree } = edit(
      '加强管理，落实责任。\n完善制度，强化考核。',
      '加强精细管理，落实责任。\n建立台账。\n完善各项制度，强化考核。',
    );
    expect(ops.toSorted()).toEqual(['insert', 'put', 'put']);
    expect(idOf(after, '落实责任')).toBe(idOf(tree, '落实责任'));
    expect(idOf(after, '强化考核')).toBe(idOf(tree, '强化考核'));
  });

  test('to write it anew: it is still that clause', () => {
    const { ops, after, tree } = edit('加强管理，落实责任。', '建立台账');
    expect(ops).toEqual(['put']);
    expect(idOf(after, '建立台账')).toBe(idOf(tree, '落实责任'));
  });
});

describe('tables', () => {
  const TABLE = '一、指标\n| 指标 | 目标 |\n| 床位 | 80 |\n| 专科 | 6 |\n以上指标按年考核，并予通报。\n';
  const table = (out: string, put: string): Tree => {
    const { after } = changed(treeFrom(TABLE), [change(TABLE, out, put)]);
    expect(plainOf(after)).toBe(TABLE.replace(out, () => put));
    return after;
  };
  const id = idOf(treeFrom(TABLE), '床位');

  test.each([
    ['inside', '| 专科', '| 学科 | 3 |\n| 专科'],
    ['in front', '| 指标 | 目标', '| 附表 | 一 |\n| 指标 | 目标'],
    ['behind', '| 专科 | 6 |', '| 专科 | 6 |\n| 学科 | 3 |'],
    ['in place of the first', '| 指标 | 目标 |', '| 名称 | 数量 |'],
  ])('a row put in %s stays in the table', (_, out, put) => {
    const after = table(out, put);
    expect(after.nodes).toHaveLength(3);
    expect(after.nodes[1]).toMatchObject({ id, kind: 'table' });
  });

  test('a sentence put in between two rows parts them', () => {
    const after = table('| 专科', '以下为专科建设指标，按年考核。\n| 专科');
    expect(after.nodes.map(({ kind }) => kind)).toEqual(['section', 'table', 'clause', 'table', 'clause']);
    expect(after.nodes[1]?.id).toBe(id);
  });

  test('a sentence behind the last row is none', () =>
    expect(table('| 6 |', '| 6 |\n说明：含筹建专科。').nodes.map(({ kind }) => kind)).toEqual([
      'section',
      'table',
      'clause',
      'clause',
    ]));
});

test('a change of an erased clause is a misfit; one beside it is not', () => {
  const tree = erase(treeFrom(BASE), idOf(treeFrom(BASE), '加强管理'), sha256);
  const plain = plainOf(tree);
  expect(operationsOf(tree, [change(plain, '按规定', '依规定')], minted('x'))).toMatchObject({
    misfit: 'erased',
  });
  const { after } = changed(tree, [change(plain, '完善', '健全'), change(plain, '二、任务', '二、主要任务')]);
  expect(plainOf(after)).toContain(`二、主要任务\n${ERASED}\n健全制度`);
});

test('a change outside of the text, or within a character, is thrown', () => {
  const tree = treeFrom('𠮷野');
  expect(() => operationsOf(tree, [{ at: 2, cut: 0, put: '' }], minted('x'))).toThrow(RangeError);
  expect(() => operationsOf(tree, [{ at: 0, cut: 99, put: '' }], minted('x'))).toThrow(RangeError);
});

const PIECES = [
  '',
  '\n',
  '\n\n',
  '一是',
  '加强',
  '| a | b |',
  '\n| c | d |\n',
  '。\n二、任务\n',
  '　',
  '𠮷',
  '\n  ',
  '（一）甲\n乙',
];

function randomChange(text: string, chance: (below: number) => number): ByteChange {
  const signs = [...text];
  const from = chance(signs.length + 1);
  const cut = chance(4) === 0 ? chance(120) : chance(6);
  const bytes = (part: readonly string[]): number => utf8(part.join('')).length;
  return {
    at: bytes(signs.slice(0, from)),
    cut: bytes(signs.slice(from, from + cut)),
    put: Array.from({ length: chance(4) }, () => PIECES[chance(PIECES.length)] ?? '').join(''),
  };
}

function applied(text: string, { at, cut, put }: ByteChange): string {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + cut)]).toString();
}

test('random changes of random texts are exact, and what keeps words keeps its id', () => {
  const plans = ['text-chapters.txt', 'text-notice.txt', 'plan-b.txt'].map(fixture);
  for (let seed = 0; seed < 300; seed++) {
    const chance = chanceOf(seed);
    const whole = plans[seed % plans.length] ?? '';
    const from = chance(whole.length);
    let text = whole.slice(from, from + chance(800)).toWellFormed();
    const tree = treeFrom(text);
    const changes = Array.from({ length: 1 + chance(6) }, () => {
      const made = randomChange(text, chance);
      text = applied(text, made);
      return made;
    });
    const { after } = changed(tree, changes);
    expect(plainOf(after)).toBe(text);
    const ids = after.nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    if (changes.length > 1) continue;
    const kept = tree.nodes.filter(
      (node) => isParagraph(text, node.text) && isParagraph(plainOf(tree), node.text),
    );
    expect(ids).toEqual(expect.arrayContaining(kept.map(({ id }) => id)));
  }
});

/** Whether a longer paragraph stands in a text once, on lines of its own. */
function isParagraph(text: string, words: string | null): boolean {
  const [lines, wanted] = [`\n${text}\n`, `\n${words}\n`];
  const at = lines.indexOf(wanted);
  return wanted.length > 14 && at >= 0 && !lines.includes(words ?? '', at + 2);
}
