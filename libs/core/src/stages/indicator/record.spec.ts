import { Elsewhere } from '../../elsewhere.ts';
import { fileOf, INSTITUTION, uuid } from '../../testing/given.ts';
import {
  assigned,
  confirmed,
  fill,
  FINANCE,
  head,
  MEDICAL,
  OFFICE,
  SHEET,
} from '../../testing/indicator-case.ts';
import { recordIndicator } from './record.ts';

const doctor = head(MEDICAL);
const held = [
  {
    type: 'PostCreated',
    data: { post: doctor.post, title: '医务科主任', as: 'department-head', department: MEDICAL },
  },
  {
    type: 'PostFilled',
    data: { post: doctor.post, person: doctor.person, from: '2025-01-01T00:00:00.000Z' },
  },
];
const ORG = `org/${INSTITUTION}`;
const body = (change: { readonly happened?: string; readonly department?: string } = {}) => ({
  department: change.department ?? MEDICAL,
  ...fill(assigned(), { 开放床位: ['800', '950张'] }),
  speaker: '统计员',
  caliber: '年末实有',
  elsewhere: Elsewhere.parse({
    happened: change.happened ?? '2025-11-20',
    medium: 'telephone',
    scan: fileOf('扫描件'),
  }),
});

test('by telephone: in the name of whoever heads the department, with what was said sealed', () => {
  const { decision } = assigned()
    .but(ORG, ...held)
    .when(OFFICE, recordIndicator, [SHEET, body()]);
  expect(decision).toMatchObject({
    facts: [
      {
        of: { person: doctor.person },
        fact: { type: 'IndicatorsFilled', data: { by: doctor.person, late: [] } },
        sealed: [{ plain: { speaker: '统计员', caliber: '年末实有' } }],
      },
      {
        fact: {
          type: 'RecordEntered',
          data: { about: `indicator/${SHEET}`, people: [{ person: doctor.person }] },
        },
      },
    ],
    notices: [],
  });
});

test('what was not theirs to give shows, and so does nobody in the post', () => {
  const { decision } = assigned().when(OFFICE, recordIndicator, [SHEET, body({ department: FINANCE })]);
  const rules = 'refusal' in decision ? [] : (decision.notices ?? []).map(({ rule }) => rule);
  expect(rules).toEqual(['indicator.owner', 'record.holder']);
});

test('late by when it was said, not by when it is entered', () => {
  const late = (happened: string) => {
    const { decision } = assigned()
      .at('2025-12-03T02:00:00.000Z')
      .when(OFFICE, recordIndicator, [SHEET, body({ happened })]);
    return 'refusal' in decision ? [] : (decision.notices ?? []).map(({ rule }) => rule);
  };
  expect(late('2025-11-28')).not.toContain('indicator.due');
  expect(late('2025-11-29')).toContain('indicator.due');
});

test('refused is what makes no sense', () => {
  assigned()
    .when(OFFICE, recordIndicator, [SHEET, body({ department: uuid(9) })])
    .refused('org.department');
  confirmed().when(OFFICE, recordIndicator, [SHEET, body()]).refused('indicator.confirmed');
});
