import { foldStream, type OrgState, type StreamName } from '@mouding/core';
import type { LogFact } from '../case-log.ts';
import { exemptions, notices, oneDevice, overdue, recordedShare, refusals } from './conduct.ts';
import type { Question } from './question.ts';
import { hasty, ownApproval } from './reading.ts';
import { votedAbsent } from './voting.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const CHAPTER = `chapter/${uuid(1)}`;
const MEETING = `meeting/${uuid(2)}`;
const [LI, WANG] = [uuid(11), uuid(12)];
const [CHAIR, MEMBER] = [uuid(21), uuid(22)];
const text = { scheme: 'blob-sha256@1', hash: 'a'.repeat(64) };

const founded = {
  type: 'InstitutionFounded',
  data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'rehearsal' },
};
const posts = [
  [CHAIR, '党委书记'],
  [MEMBER, '党委委员'],
].map(([post, title]) => ({
  type: 'PostCreated',
  data: { post, title, as: 'committee-member', department: null },
}));
const org = foldStream('org', [founded, ...posts], () => undefined) as OrgState;

interface Told {
  readonly stream?: string;
  readonly by?: string;
  readonly post?: string | null;
  readonly recorder?: string;
  readonly as?: string;
  /** Seconds after the first. */
  readonly at?: number;
}

const log = (...told: readonly (readonly [string, LogFact['data'], Told?])[]): readonly LogFact[] =>
  told.map(
    (
      [type, data, { stream = CHAPTER, by = LI, post = CHAIR, recorder = null, as = 'leader', at } = {}],
      idx,
    ) => ({
      idx,
      stream: stream as StreamName,
      version: told.slice(0, idx + 1).filter(([, , each]) => (each?.stream ?? CHAPTER) === stream).length,
      type,
      at: new Date(Date.UTC(2026, 0, 5, 1, 0, at ?? idx * 600)).toISOString(),
      leafHash: '0'.repeat(64),
      data,
      actor: { as, by, for: null, post, recorder },
      verb: 'any.act',
      label: '总体目标',
      stage: 'chapters',
    }),
  );

const ask = (question: Question, facts: readonly LogFact[], shows: (fact: LogFact) => boolean = () => true) =>
  question.ask({ facts, shows, org, seconds: 60 });
const said = (question: Question, facts: readonly LogFact[]): readonly string[] =>
  ask(question, facts).rows.map(({ said: { zh } }) => zh);

test('60秒内审定: counted from the step before in the same stream, and not what was recorded', () => {
  const brought = ['ChapterSubmitted', { text }, { by: WANG, at: 0 }] as const;
  const quick = log(brought, ['ChapterSignedOff', { text }, { at: 60 }]);
  expect(said(hasty, quick)).toEqual(['党委书记审签篇章，距上一步60秒']);
  expect(said(hasty, log(brought, ['ChapterSignedOff', { text }, { at: 61 }]))).toEqual([]);
  expect(said(hasty, log(brought, ['ChapterSignedOff', { text }, { at: 5, recorder: WANG }]))).toEqual([]);
});

test('本人报送、本人审定: by person, whatever post', () => {
  const by = (person: string) =>
    log(['ChapterSubmitted', { text }, { post: MEMBER }], ['ChapterSignedOff', { text }, { by: person }]);
  expect(said(ownApproval, by(LI))).toEqual(['党委委员报送后，由同一人以党委书记身份审签篇章']);
  expect(said(ownApproval, by(WANG))).toEqual([]);
});

describe('表决时登记为未到会', () => {
  const meeting = { stream: MEETING };
  const present = ['MemberPresent', { post: CHAIR }, meeting] as const;
  const vote = (post: string) => ['VoteCast', { post, vote: 'yes', notices: [] }, meeting] as const;

  test('of somebody who never came, or who had left', () => {
    const left = ['MemberLeft', { post: CHAIR }, meeting] as const;
    expect(said(votedAbsent, log(present, vote(CHAIR), vote(MEMBER)))).toEqual([
      '党委委员有投票记录，当时登记为未到会',
    ]);
    expect(said(votedAbsent, log(present, left, vote(CHAIR)))).toHaveLength(1);
    expect(said(votedAbsent, log(present, left, present, vote(CHAIR)))).toEqual([]);
  });

  test('says nothing of a meeting that kept no register', () => {
    expect(said(votedAbsent, log(vote(CHAIR)))).toEqual([]);
  });

  test('a record that contradicts itself', () => {
    const votes = [CHAIR, MEMBER].map((post) => ({ post, vote: 'yes' }));
    const held = ['MeetingRecorded', { votes, present: [CHAIR] }, { ...meeting, recorder: WANG }] as const;
    expect(said(votedAbsent, log(held))).toHaveLength(1);
  });
});

test('补录比例: of what people did, stage by stage; the clock and refusals do not count', () => {
  const facts = log(
    ['ChapterSubmitted', { text }],
    ['ChapterSignedOff', { text }, { recorder: WANG }],
    ['ChapterFellDue', {}, { as: 'clock' }],
    ['ActRefused', { rule: 'chapter.text' }, { stream: `refusal/${uuid(3)}` }],
  );
  const { rows, sum } = ask(recordedShare, facts);
  expect([sum.zh, rows[0]?.facts]).toEqual(['补录、代录合计1/2（50%）', { records: 1, all: 2, percent: 50 }]);
});

test('逾期、例外、程序提示、暂不能办理: each by its own entries, apart from each other', () => {
  const notice = { rule: 'meeting.notice', said: { zh: '通知不足三日', en: 'short notice' }, facts: {} };
  const facts = log(
    ['ChapterFellDue', {}, { as: 'clock', post: null }],
    ['ExemptionGranted', { gate: 'gate' }],
    ['MeetingCalled', { notices: [notice] }, { stream: MEETING }],
    ['ActRefused', { rule: 'chapter.text', verb: 'chapter.submit' }, { stream: `refusal/${uuid(3)}` }],
  );
  const found = [overdue, exemptions, notices, refusals].map((question) =>
    ask(question, facts).rows.map(({ about }) => about.idx),
  );
  expect(found).toEqual([[0], [1], [2], [3]]);
  const [first] = facts;
  expect(ask(overdue, facts, (fact) => fact !== first).rows).toEqual([]);
});

test('what the record cannot know is said to be unknown', () => {
  expect(ask(oneDevice, [])).toMatchObject({ known: false, rows: [] });
});
