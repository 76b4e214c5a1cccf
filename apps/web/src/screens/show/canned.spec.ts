import { readFileSync } from 'node:fs';
import { checkup, diff, summary, tallyOf } from '@mouding/text';
import { checkZip } from '../../checker/check-zip.ts';
import { decidedText } from './altered.ts';
import { chapterDrafts } from './chapter-drafts.ts';
import { duesOf } from './dues.ts';
import { issuedText } from './origins.ts';
import { readRecord, type CannedRecord } from './record.ts';

const canned = (name: string): Buffer => readFileSync(new URL(`canned/${name}`, import.meta.url));

let record: CannedRecord;

beforeAll(async () => {
  record = await readRecord(new Uint8Array(canned('case.zip')));
});

test('the canned case is one that this code writes and finds consistent', async () => {
  const { faults, read } = await checkZip(new Uint8Array(canned('case.zip')), () => undefined);
  expect(faults).toEqual([]);
  expect(read?.course?.lines.map(({ status }) => status)).not.toContain('missing');
  expect(canned('case.zip').length).toBeLessThan(300_000);
});

test('one changed byte of it is found', async () => {
  const bytes = new Uint8Array(canned('case.zip'));
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  expect((await checkZip(bytes, () => undefined)).faults).not.toEqual([]);
});

test('the sample contradicts itself, and the second place is given', () => {
  const findings = checkup(canned('sample.txt').toString('utf8'));
  expect(findings.filter(({ also }) => also.length > 0).length).toBeGreaterThan(2);
});

test('when the day ended, two of 31 departments had not handed in', () => {
  const { lines } = duesOf(record);
  expect([lines.length, lines.filter(({ isHandedIn }) => !isHandedIn).length]).toEqual([31, 2]);
});

test('the chapter that came back differs in words and in figures', () => {
  const { first, last, reason, title } = chapterDrafts(record);
  const found = diff(first, last);
  expect([tallyOf(found).changes > 9, tallyOf(found).numbers.length > 2]).toEqual([true, true]);
  expect(summary(found).zh).toMatch(/^改动\d+处，其中数字\d+处/);
  expect([reason !== '', title !== '']).toEqual([true, true]);
});

test('figures of the issued text come from chapters, from opinions that a meeting settled, and from the authority', () => {
  const runs = issuedText(record).flatMap((clause) => clause.runs);
  expect(new Set(runs.map(({ origin }) => origin.kind))).toEqual(
    new Set(['chapter', 'opinion', 'authority']),
  );
  const [opinion] = runs.filter(({ origin }) => origin.kind === 'opinion');
  expect(opinion?.origin).toMatchObject({
    who: expect.stringMatching(/[科办]/),
    wording: expect.stringContaining('建议'),
    meeting: { title: expect.stringContaining('领导小组') },
  });
});

test('the decided text may be issued; with one other character every gate says which text it decided', () => {
  const decided = decidedText(record);
  expect(decided.stopsOf(decided.text)).toEqual([]);
  const other = decided.text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
  expect(decided.stopsOf(other).map(({ said }) => said.zh)).toEqual(
    expect.arrayContaining([expect.stringContaining('党委会')]),
  );
  expect(decided.differenceOf(other)).not.toBeNull();
});
