import { plainOf, type Tree } from '@mouding/text';
import { clauseOf } from './clause-of.ts';
import { placeNow, type Looked } from './place-now.ts';

const [A, B, C] = ['n000000000a', 'n000000000b', 'n000000000c'] as const;
const tree = (...texts: readonly (readonly [id: string, text: string])[]): Looked => {
  const made: Tree = {
    v: 'tree@1',
    salt: 'ab'.repeat(16),
    nodes: texts.map(([id, text]) => ({ id, kind: 'clause', depth: 1, before: '', text })),
    end: '\n',
  };
  return { tree: made, plain: plainOf(made) };
};
const blob = (plain: string): Looked => ({ tree: null, plain });

const SENT = tree(
  [A, '到2030年，省级以上重点专科达到31个，均通过复评。'],
  [B, '加强人才队伍建设。'],
  [C, '加强人才队伍建设。'],
);

describe('where the words of an opinion are now', () => {
  const about = { clause: A, quote: '重点专科达到31个' };

  test('here, though the rest of the clause changed', () => {
    const now = tree([A, '到2030年，省级以上重点专科达到31个，其中国家级2个。'], [B, '加强人才队伍建设。']);
    expect(placeNow(about, SENT, now)).toEqual({ kind: 'here', was: about.quote, now: about.quote });
  });

  test('changed, with both texts', () => {
    const now = tree([A, '到2030年，省级以上重点专科达到36个，均通过复评。']);
    expect(placeNow(about, SENT, now)).toEqual({
      kind: 'changed',
      was: '重点专科达到31个',
      now: '重点专科达到36个',
    });
  });

  test('lost, where the clause is gone; other words are never taken for them', () => {
    expect(placeNow(about, SENT, tree([B, '加强人才队伍建设。']))).toEqual({
      kind: 'lost',
      was: about.quote,
      now: null,
    });
  });

  test('an opinion on a clause as a whole', () => {
    const whole = { clause: B, quote: null };
    expect(placeNow(whole, SENT, SENT).kind).toBe('here');
    expect(placeNow(whole, SENT, tree([B, '加强护理队伍建设。']))).toMatchObject({ kind: 'changed' });
    expect(placeNow(whole, SENT, tree([A, '……'])).kind).toBe('lost');
  });

  test('without clauses the words are looked for as they stand', () => {
    const quoted = { clause: null, quote: '31个' };
    expect(placeNow(quoted, blob('共31个'), blob('共31个。')).kind).toBe('here');
    expect(placeNow(quoted, blob('共31个'), blob('共36个')).kind).toBe('lost');
  });

  test('the same words elsewhere are never taken for those that were changed', () => {
    const quoted = { clause: null, quote: '31个' };
    const then = blob('重点专科共有31个，设备100台。\n');
    expect(placeNow(quoted, then, blob('重点专科共有36个，设备100台。\n另有病区31个。\n')).kind).toBe('lost');
    expect(placeNow(quoted, then, blob('全院重点专科共有31个，设备120台。\n')).kind).toBe('here');
  });

  test('words that the clause never had are lost; copied with other spaces they stand for it', () => {
    expect(placeNow({ clause: A, quote: '没有的话' }, SENT, SENT)).toEqual({
      kind: 'lost',
      was: '没有的话',
      now: null,
    });
    expect(placeNow({ clause: A, quote: '重点专科 达到31个' }, SENT, SENT).kind).toBe('here');
  });

  test('an opinion on nothing in particular has no place', () => {
    expect(placeNow({ clause: null, quote: null }, SENT, SENT).kind).toBe('none');
    expect(placeNow(about, SENT, null).kind).toBe('none');
  });
});

describe('which clause somebody means', () => {
  test('the one whose mark the paragraph still carries, whatever its words', () => {
    expect(clauseOf({ anchor: B, quote: '别的' }, SENT)).toMatchObject({ clause: B, found: 'anchor' });
  });

  test('the only one with these words, with whatever spaces they were copied', () => {
    expect(clauseOf({ anchor: null, quote: '重点专科 达到31个' }, SENT)).toMatchObject({
      clause: A,
      found: 'quote',
    });
  });

  test('none, where two have them, where none has, and in a text without clauses', () => {
    expect(clauseOf({ anchor: null, quote: '人才队伍' }, SENT).found).toBe('none');
    expect(clauseOf({ anchor: 'n00000000zz', quote: '没有的话' }, SENT).found).toBe('none');
    expect(clauseOf({ anchor: A, quote: null }, blob('31个')).found).toBe('none');
  });
});
