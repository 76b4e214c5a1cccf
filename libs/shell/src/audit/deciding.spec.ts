import type { StreamName } from '@mouding/core';
import type { LogFact } from './case-log.ts';
import { decisions, secondsBetween } from './deciding.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const CHAPTER = `chapter/${uuid(1)}` as StreamName;
const TABLING = `tabling/${uuid(2)}` as StreamName;
const [WRITER, LEAD] = [uuid(11), uuid(12)];
const [WRITERS, LEADS] = [uuid(21), uuid(22)];
const text = (n: number) => ({ scheme: 'blob-sha256@1', hash: String(n).repeat(64).slice(0, 64) });

interface Told {
  readonly stream?: StreamName;
  readonly by: string;
  readonly post: string;
  readonly recorder?: string;
  readonly verb?: string;
}

const log = (...told: readonly (readonly [string, LogFact['data'], Told])[]): readonly LogFact[] =>
  told.map(([type, data, { stream = CHAPTER, by, post, recorder = null, verb = 'chapter.act' }], idx) => ({
    idx,
    stream,
    version: idx + 1,
    type,
    at: new Date(Date.UTC(2026, 0, 5, 1, 0, idx * 20)).toISOString(),
    leafHash: '0'.repeat(64),
    data,
    actor: { as: 'leader', by, for: null, post, recorder },
    verb,
    label: null,
    stage: 'chapters',
  }));

const writer: Told = { by: WRITER, post: WRITERS };
const lead: Told = { by: LEAD, post: LEADS };
const readOf = (facts: readonly LogFact[]) => decisions(facts).map(({ read }) => read);

test('a decision on a text that nobody is known to have opened is unknown, not unread', () => {
  const facts = log(
    ['ChapterSubmitted', { text: text(1) }, writer],
    ['ChapterSignedOff', { text: text(1) }, lead],
  );
  const [found] = decisions(facts);
  expect([found?.read, found?.reading, found?.text]).toEqual(['unknown', null, text(1)]);
});

test('opened online before, by the same person and in the same version', () => {
  const opened = ['TextOpened', { text: text(1) }, lead] as const;
  expect(readOf(log(opened, ['ChapterSignedOff', { text: text(1) }, lead]))).toEqual(['online']);
  expect(readOf(log(opened, ['ChapterSignedOff', { text: text(2) }, lead]))).toEqual(['other-version']);
  expect(readOf(log(['ChapterSignedOff', { text: text(1) }, lead], opened))).toEqual(['unknown']);
  expect(
    readOf(log(['TextOpened', { text: text(1) }, writer], ['ChapterSignedOff', { text: text(1) }, lead])),
  ).toEqual(['unknown']);
});

test('纸质送阅 counts as read, for the posts to which it was sent', () => {
  const papers = { papers: [text(1)], to: [LEADS] };
  const sent = (verb: string) =>
    log(
      ['PapersCirculated', papers, { ...writer, stream: TABLING, verb }],
      ['TablingApproved', {}, { ...lead, stream: TABLING }],
    );
  expect(readOf(sent('tabling.record'))).toEqual(['paper']);
  expect(readOf(sent('tabling.circulate-papers'))).toEqual(['unknown']);
});

test('whoever made the text knows it, and a decision on paper was read on paper', () => {
  const made = ['ChapterSubmitted', { text: text(1) }, lead] as const;
  expect(readOf(log(made, ['ChapterSignedOff', { text: text(1) }, lead]))).toEqual(['own']);
  const onPaper = { ...lead, recorder: WRITER };
  expect(readOf(log(['ChapterSignedOff', { text: text(1) }, onPaper]))).toEqual(['paper']);
});

test('the text of a decision is the one that stood in its stream', () => {
  const facts = log(
    ['TablingAsked', { text: text(3) }, { ...writer, stream: TABLING }],
    ['TablingApproved', {}, { ...lead, stream: TABLING }],
  );
  const [found] = decisions(facts);
  expect(found?.text).toEqual(text(3));
  const [first, second] = facts;
  expect(first && second && secondsBetween(first, second)).toBe(20);
});
