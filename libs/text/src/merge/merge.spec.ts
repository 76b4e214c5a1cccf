import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diff } from '../diff/diff.ts';
import type { Part } from '../diff/part.ts';
import { chanceOf, edited } from '../testing/edited.ts';
import { merge, mergedText, type Contribution, type Merge } from './merge.ts';

const BASE = `一、目标
到2030年，床位达到80张，门诊量达到20万人次。
二、任务
加强管理，落实责任。
完善制度，强化考核。
`;
const of = (label: string, from: string, to: string): Contribution => {
  if (!BASE.includes(from)) throw new Error(`no ${from}`);
  return { label, text: BASE.replace(from, to) };
};
const whole = (merged: Merge): string => {
  expect(merged.conflicts).toEqual([]);
  return mergedText(merged, () => []);
};

describe('taken without asking', () => {
  test('changes of different paragraphs', () => {
    const merged = merge(BASE, [
      of('医务科', '加强管理', '加强精细管理'),
      of('护理部', '强化考核', '严格考核'),
    ]);
    expect(whole(merged)).toBe(BASE.replace('加强管理', '加强精细管理').replace('强化考核', '严格考核'));
  });

  test('changes of one paragraph that do not meet, by both names', () => {
    const merged = merge(BASE, [of('医务科', '80张', '95张'), of('门诊部', '20万', '30万')]);
    expect(whole(merged)).toBe(BASE.replace('80张', '95张').replace('20万', '30万'));
    expect(merged.parts[1]).toMatchObject({
      kind: 'taken',
      by: ['医务科', '门诊部'],
      base: { line: 2, last: 2 },
    });
  });

  test('the same change of several, once', () => {
    const added = '完善制度，强化考核。\n建立季度通报制度。\n';
    const mine = ['甲', '乙', '丙'].map((label) => of(label, '完善制度，强化考核。\n', added));
    const merged = merge(BASE, [...mine, of('丁', '20万', '30万')]);
    expect(whole(merged)).toBe(BASE.replace('20万', '30万').replace('完善制度，强化考核。\n', added));
    expect(merged.parts.at(-2)).toMatchObject({ kind: 'taken', by: ['甲', '乙', '丙'], was: [] });
  });

  test('the same change of two, beside another change of one of them', () => {
    const one = { label: '甲', text: BASE.replace('80张', '95张') };
    const two = { label: '乙', text: BASE.replace('80张', '95张').replace('20万', '30万') };
    expect(whole(merge(BASE, [one, two]))).toBe(two.text);
  });

  test('a paragraph taken out by one, another put in behind it by the other', () => {
    const merged = merge(BASE, [
      of('甲', '加强管理，落实责任。\n', ''),
      of('乙', '加强管理，落实责任。\n', '加强管理，落实责任。\n建立台账。\n'),
    ]);
    expect(whole(merged)).toBe(BASE.replace('加强管理，落实责任。', '建立台账。'));
  });

  test('nothing changed: the base, byte for byte', () => {
    const base = `\uFEFF${BASE.replaceAll('\n', '\r\n')}末行\n`;
    expect(whole(merge(base, [{ label: '甲', text: base }]))).toBe(base);
    expect(whole(merge(base, []))).toBe(base);
  });

  test('a contribution saved with other line ends is read as the same lines', () => {
    const windows = { label: '甲', text: BASE.replace('80张', '95张').replaceAll('\n', '\r\n') };
    expect(whole(merge(BASE, [windows, of('乙', '强化考核', '严格考核')]))).toBe(
      BASE.replace('80张', '95张').replace('强化考核', '严格考核'),
    );
  });
});

describe('conflicts', () => {
  test('one number, two wishes: all texts, with names, and the base', () => {
    const merged = merge(BASE, [
      of('医务科', '80张', '95张'),
      of('财务科', '80张', '85张'),
      of('护理部', '80张', '95张'),
    ]);
    expect(merged.conflicts).toEqual([
      {
        kind: 'conflict',
        base: { line: 2, last: 2 },
        was: ['到2030年，床位达到80张，门诊量达到20万人次。'],
        versions: [
          { by: ['医务科', '护理部'], lines: ['到2030年，床位达到95张，门诊量达到20万人次。'] },
          { by: ['财务科'], lines: ['到2030年，床位达到85张，门诊量达到20万人次。'] },
        ],
      },
    ]);
    expect(mergedText(merged, ({ versions }) => versions[1]?.lines ?? [])).toBe(BASE.replace('80张', '85张'));
  });

  test('taken out by one, edited by the other', () => {
    const merged = merge(BASE, [
      of('甲', '加强管理，落实责任。\n', ''),
      of('乙', '加强管理，落实责任。', '加强管理，压实责任。'),
    ]);
    expect(merged.conflicts[0]?.versions).toEqual([
      { by: ['甲'], lines: [] },
      { by: ['乙'], lines: ['加强管理，压实责任。'] },
    ]);
  });

  test('different paragraphs put in at one place', () => {
    const end = '完善制度，强化考核。\n';
    const merged = merge(BASE, [of('甲', end, `${end}甲科增补。\n`), of('乙', end, `${end}乙科增补。\n`)]);
    expect(merged.conflicts).toMatchObject([
      {
        was: [],
        versions: [
          { by: ['甲'], lines: ['甲科增补。'] },
          { by: ['乙'], lines: ['乙科增补。'] },
        ],
      },
    ]);
  });

  test('two texts for an empty page', () => {
    const merged = merge('', [
      { label: '甲', text: '甲的文稿' },
      { label: '乙', text: '乙的文稿' },
    ]);
    expect(merged.conflicts).toHaveLength(1);
  });
});

const PLANS = ['plan-b.txt', 'text-notice.txt'].map((name) =>
  readFileSync(join(import.meta.dirname, '../../../../tests/fixtures', name), 'utf8').slice(0, 2_000),
);
const insertedIn = (part: Part): readonly string[] => {
  if (part.kind === 'added') return part.lines;
  if (part.kind === 'moved')
    return part.runs
      .map(({ kind, text }) => (kind === 'out' ? '' : text))
      .join('')
      .split('\n');
  return part.kind === 'changed'
    ? part.runs.flatMap(({ kind, text }) => (kind === 'in' ? text.split('\n') : []))
    : [];
};

/** What a contributor may still find of himself: what was taken of him, and his versions of conflicts. */
const found = ({ parts }: Merge, label: string): readonly string[] =>
  parts.flatMap((part) => {
    if (part.kind === 'taken' && part.by.includes(label)) return [part.lines.join('\n')];
    if (part.kind !== 'conflict') return [];
    return part.versions.filter(({ by }) => by.includes(label)).map(({ lines }) => lines.join('\n'));
  });

test('whatever up to four people do to a plan, nothing that anybody put in is lost', () => {
  let conflicts = 0;
  for (let round = 0; round < 150; round++) {
    const chance = chanceOf(round);
    const base = PLANS[round % PLANS.length] ?? '';
    const mine = ['甲', '乙', '丙', '丁']
      .slice(0, 2 + chance(3))
      .map((label) => ({ label, text: edited(base, 1 + chance(10), chance) }));
    const merged = merge(base, mine);
    conflicts += merged.conflicts.length;
    for (const { label, text } of mine) {
      const kept = found(merged, label);
      const lost = diff(base, text)
        .parts.flatMap(insertedIn)
        .filter((passage) => !kept.some((each) => each.includes(passage)));
      expect({ round, label, lost }).toEqual({ round, label, lost: [] });
    }
  }
  expect(conflicts).toBeGreaterThan(0);
});

test('of one contribution the merge is that contribution', () => {
  for (let round = 0; round < 60; round++) {
    const chance = chanceOf(round);
    const base = (PLANS[round % PLANS.length] ?? '').replaceAll('\r\n', '\n');
    const text = edited(base, 1 + chance(20), chance);
    expect(whole(merge(base, [{ label: '甲', text }]))).toBe(text);
  }
});
