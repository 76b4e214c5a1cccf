import {
  actor,
  CASE,
  council,
  head,
  OFFICE,
  person,
  post,
  SCHEME,
  type Story,
} from '../../testing/council.ts';
import { refOf, uuid } from '../../testing/given.ts';
import { askTabling } from './ask.ts';
import { backTabling } from './judge.ts';
import { circulatePapers } from './prepare.ts';
import { recordTabling } from './record.ts';

const SHEET = uuid(40);
const ELSEWHERE = {
  happened: '2025-11-19',
  medium: 'paper',
  scan: null,
  book: '议题申报表第3号',
  checker: null,
} as const;
const ASK = { case: CASE, stage: 'adopt', title: '议题', text: refOf(SCHEME), sponsor: post(2) };
const asked = (more: object = {}): Story => council().does(head(1), askTabling, [SHEET, { ...ASK, ...more }]);
const signing = (body: object, story: Story = asked()) =>
  story.when(OFFICE, recordTabling, [SHEET, { elsewhere: ELSEWHERE, ...body }]);

test('a signed sheet is one entry: each signature in the name of whoever signed, both told', () => {
  const { decision } = signing({ sponsor: 'agrees', chair: 'approves', agreed: true });
  expect(decision).toMatchObject({
    facts: [
      { fact: { type: 'ConsensusNoted', data: { post: OFFICE.post, agreed: true } } },
      { fact: { type: 'TablingBacked', data: { post: post(2), by: person(2) } }, of: { person: person(2) } },
      {
        fact: { type: 'TablingApproved', data: { post: post(1), by: person(1) } },
        of: { person: person(1) },
      },
      {
        fact: {
          type: 'RecordEntered',
          data: { verb: 'tabling.record', holds: [], people: [{ post: post(2) }, { post: post(1) }] },
        },
      },
    ],
    notices: [],
  });
  signing({ sponsor: 'agrees', chair: 'approves' }).then([
    { stream: `tabling/${SHEET}`, type: 'TablingBacked' },
    { stream: `tabling/${SHEET}`, type: 'TablingApproved' },
    { stream: 'record/new-record', type: 'RecordEntered' },
  ]);
});

test('a sheet that was declined says also whether the chiefs agreed, and who had read', () => {
  signing({ chair: 'declines', agreed: false, read: [post(3)] }).then([
    { stream: `tabling/${SHEET}`, type: 'ConsensusNoted' },
    { stream: `tabling/${SHEET}`, type: 'PapersCirculated' },
    { stream: `tabling/${SHEET}`, type: 'PapersOpened' },
    { stream: `tabling/${SHEET}`, type: 'TablingDeclined' },
    { stream: 'record/new-record', type: 'RecordEntered' },
  ]);
});

test('approved before the leader in charge had signed: it stands, and shows', () => {
  expect(signing({ chair: 'approves' }).decision).toMatchObject({ notices: [{ rule: 'tabling.backed' }] });
  expect(signing({ chair: 'approves' }, asked({ sponsor: null })).decision).toMatchObject({ notices: [] });
  const online = asked().does(actor(2), backTabling, [SHEET, { agree: true }]);
  expect(signing({ chair: 'approves' }, online).decision).toMatchObject({ notices: [] });
});

test('whoever signed for the papers was sent them, all members with him', () => {
  const { decision } = signing({ read: [post(3)] });
  const to = [1, 2, 3, 4, 5, 6].map(post);
  expect(decision).toMatchObject({
    facts: [
      { fact: { type: 'PapersCirculated', data: { papers: [], to } } },
      { fact: { type: 'PapersOpened', data: { post: post(3), by: person(3) } }, of: { person: person(3) } },
      { fact: { type: 'RecordEntered' } },
    ],
  });
  const sent = asked().does(actor(7), circulatePapers, [SHEET, { papers: [] }]);
  expect(signing({ read: [post(3), post(4)] }, sent).types()).toEqual([
    'tabling PapersOpened',
    'tabling PapersOpened',
    'record RecordEntered',
  ]);
});

test('refused only for what cannot be', () => {
  signing({}).refused('tabling.nothing');
  signing({ sponsor: 'agrees' }, asked({ sponsor: null })).refused('tabling.sponsor');
  signing({ sponsor: 'asks-to-change', chair: 'approves' }).refused('tabling.both');
  signing({ read: [post(9)] }).refused('tabling.readers');
  signing({ read: [post(3), post(3)] }).refused('tabling.readers');
  signing({ agreed: true }, council()).refused('tabling.standing');
  const done = asked().does(OFFICE, recordTabling, [
    SHEET,
    { sponsor: 'agrees', chair: 'approves', elsewhere: ELSEWHERE },
  ]);
  signing({ chair: 'approves' }, done).refused('tabling.standing');
  signing({ sponsor: 'agrees' }, done).refused('tabling.standing');
  signing({ agreed: true, elsewhere: { ...ELSEWHERE, happened: '2025-12-01' } }).refused('record.happened');
});

test('declined, or sent back, on paper', () => {
  expect(signing({ sponsor: 'agrees', chair: 'declines' }).types()).toEqual([
    'tabling TablingBacked',
    'tabling TablingDeclined',
    'record RecordEntered',
  ]);
  expect(signing({ sponsor: 'asks-to-change' }).types()).toEqual([
    'tabling TablingSentBack',
    'record RecordEntered',
  ]);
});
