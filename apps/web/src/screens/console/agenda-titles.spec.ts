import type { Meeting } from '../../api/generated/types.gen.ts';
import { titlesBefore, titlesOf, waitingTitle, type Told } from './agenda-titles.ts';
import type { Entry } from './entry.ts';

type Wording = Meeting['wording'];

/** A meeting of two items, to which a third one was added. */
const meeting = (...more: readonly Wording[number][]): Told => {
  const called = said(1, 'MeetingCalled', { agenda: ['人事事项', '审议方案'] });
  const added = said(2, 'ItemAdded', { title: '应急物资采够', reason: '时限紧迫' });
  const item = {
    subject: 'scheme',
    text: { scheme: 'blob-sha256@1' as const, hash: 'f'.repeat(64) },
    title: '审议《方案》',
  };
  const data = { agenda: { items: 3, ours: 2 }, added: [3], item };
  return { wording: [called, added, ...more], data };
};
const said = (version: number, type: string, words: { [field: string]: unknown }): Wording[number] => ({
  version,
  type,
  subject: 'secretary',
  said: words,
});
const retitled = (version: number, title: string, reason: string) =>
  said(version, 'ItemRetitled', { no: 3, title, reason });

test('the titles are those of the notice, ours, and what was added', () => {
  expect(titlesOf(meeting())).toEqual(['人事事项', '审议《方案》', '应急物资采够']);
  expect(titlesBefore(meeting(), 3)).toEqual([]);
});

test('a title is the one that was put right last, and every one before stays beside it with its reason', () => {
  const twice = meeting(retitled(8, '应急物资采购', '错别字'), retitled(5, '应急物资购', '漏字'));
  expect(titlesOf(twice)[2]).toBe('应急物资采购');
  expect(titlesBefore(twice, 3)).toEqual([
    { title: '应急物资采够', why: '漏字' },
    { title: '应急物资购', why: '错别字' },
  ]);
});

test('a title that is put right without a network shows before it is sent', () => {
  const entry = (no: number, at: 'waiting' | 'known'): Entry => ({
    key: String(no),
    verb: 'meeting.correct-item',
    id: 'm',
    body: { no, title: '应急物资采购' },
    at: '',
    said: '',
    state: { at },
  });
  expect(waitingTitle([entry(3, 'waiting')], 3)).toBe('应急物资采购');
  expect(waitingTitle([entry(3, 'known'), entry(4, 'waiting')], 3)).toBeNull();
});
