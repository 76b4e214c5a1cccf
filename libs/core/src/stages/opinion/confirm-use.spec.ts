import type { Fact } from '../../stream.ts';
import { given, INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import {
  CASE,
  caseIn,
  head,
  house,
  LEAD,
  MEDICAL,
  procedure,
  QUALITY,
  SURGERY,
} from '../../testing/plan-case.ts';
import { confirmChapterUse, confirmContributionUse } from './confirm-use.ts';
import { keyOfText } from '../../text-ref.ts';

const ID = uuid(0x61);
const own = `contribution/${ID}` as const;
const chapter = `chapter/${ID}` as const;
const NOW = refOf('初稿');
const text = refOf('科室规划');

const came = { text, received: '2025-11-01T02:00:00.000Z', late: false };
const handedIn: readonly Fact[] = [
  {
    type: 'ContributionRequested',
    data: {
      case: CASE,
      stage: 'collect',
      department: MEDICAL,
      label: '医务科',
      due: null,
      afterDue: 'receive',
    },
  },
  { type: 'ContributionSubmitted', data: came },
];
const accepted: readonly Fact[] = [...handedIn, { type: 'ContributionAccepted', data: { text } }];
const written: readonly Fact[] = [
  {
    type: 'ChapterAssigned',
    data: {
      case: CASE,
      stage: 'write',
      no: 1,
      title: '学科建设',
      lead: LEAD,
      owners: [MEDICAL],
      writer: MEDICAL,
      support: [QUALITY],
      due: null,
    },
  },
  { type: 'ChapterSubmitted', data: came },
  { type: 'ChapterSignedOff', data: { text } },
];

const house1 = { [`org/${INSTITUTION}`]: house, [`case/${CASE}`]: caseIn('consult') };
const setting = (department: string) => ({ definitions: { plan: procedure() }, actor: head(department) });
const ofContribution = (facts: readonly Fact[], body: object = {}) =>
  given({ ...house1, [own]: facts }, setting(MEDICAL)).when(confirmContributionUse, ID, {
    seen: keyOfText(NOW),
    objection: null,
    ...body,
  });
const ofChapter = (department: string, facts = written) =>
  given({ ...house1, [chapter]: facts }, setting(department)).when(confirmChapterUse, ID, {
    seen: keyOfText(NOW),
    objection: null,
  });

test('a department confirms on the text of now where its plan was used', () => {
  ofContribution(accepted).then([
    { stream: own, type: 'UseConfirmed', data: { department: MEDICAL, text: NOW, objected: false } },
  ]);
});

test('another view is part of it, in sealed words; it holds nothing', () => {
  const { decision, types } = ofContribution(accepted, { objection: '床位数未采用' });
  expect(types()).toEqual(['contribution UseConfirmed']);
  expect('facts' in decision && decision.facts[0]).toMatchObject({
    fact: { data: { objected: true } },
    sealed: [{ plain: { objection: '床位数未采用' } }],
  });
});

test('a text that is not that of now is looked at again', () => {
  ofContribution(accepted, { seen: keyOfText(refOf('旧稿')) }).refused('use.text');
});

test('before it is accepted there is nothing to confirm', () => {
  ofContribution(handedIn).refused('use.accepted');
  ofChapter(MEDICAL, written.slice(0, 2)).refused('use.accepted');
});

test('a chapter is confirmed by those who wrote it and those who gave material, and by nobody else', () => {
  for (const department of [MEDICAL, QUALITY])
    ofChapter(department).then([
      { stream: chapter, type: 'UseConfirmed', data: { department, text: NOW, objected: false } },
    ]);
  ofChapter(SURGERY).refused('use.department');
});

test('confirmed again, on a newer text, the last word counts', () => {
  const again: readonly Fact[] = [
    ...accepted,
    { type: 'UseConfirmed', data: { department: MEDICAL, text: refOf('旧稿'), objected: true } },
  ];
  ofContribution(again).then([{ stream: own, type: 'UseConfirmed' }]);
});
