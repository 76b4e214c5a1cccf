import type { Capacity } from '../capacity.ts';
import type { Fact } from '../stream.ts';
import type { TextRef } from '../text-ref.ts';
import { numberIssue } from '../stages/issue/number.ts';
import { publishIssue } from '../stages/issue/publish.ts';
import { signIssue } from '../stages/issue/sign.ts';
import { CASE, council, department, OFFICE, person, post, SCHEME, type Story } from './council.ts';
import { INSTITUTION, refOf, uuid } from './given.ts';

/** An issue whose gate, the council, has decided its text; law time is 2025-11-20. */
export const ISSUE = uuid(850);
export const TEXT = refOf(SCHEME);
export const ON = '2025-11-20';
export const NUMBER = '某医〔2025〕12号';
export const LEADER: Capacity = { as: 'leader', person: person(41), post: post(41), department: null };
/** Another person of the office than {@link OFFICE}. */
export const DIRECTOR: Capacity = {
  as: 'office-director',
  person: person(21),
  post: post(21),
  department: null,
};

const held = (n: number, as: string, of: string | null = null): readonly Fact[] => [
  { type: 'PostCreated', data: { post: post(n), title: `岗位${n}`, as, department: of } },
  { type: 'PostFilled', data: { post: post(n), person: person(n), from: '2025-01-01T00:00:00.000Z' } },
];

const POSTS: readonly Fact[] = [
  ...held(20, 'office'),
  ...held(21, 'office-director'),
  ...held(31, 'department-head', department(1)),
  ...held(32, 'department-head', department(2)),
  ...held(41, 'leader'),
  { type: 'PostCreated', data: { post: post(42), title: '空缺岗位', as: 'leader', department: null } },
];

/** What the hospital asks for when nothing else is said. */
export const ASKED = {
  review: 'warn',
  countersign: 'warn',
  check: 'warn',
  seal: 'warn',
  departments: [],
  unknown: [],
};

/** What differs from the usual issue. */
export interface Different {
  /** What the gate decided; null: nothing. */
  readonly decided?: TextRef | null;
  readonly text?: TextRef;
  /** Changes of the gate's stage and of the issue's. */
  readonly stage?: object;
  readonly publish?: object;
  readonly steps?: object;
  /** Further data of the first fact. */
  readonly first?: object;
}

const USUAL: Required<Different> = {
  decided: TEXT,
  text: TEXT,
  stage: {},
  publish: {},
  steps: {},
  first: {},
};

export function drafted(different: Different = {}): Story {
  const { decided, text, stage, publish, steps, first } = { ...USUAL, ...different };
  const closed = { stage: 'adopt', round: 1, outcome: 'passed', text: TEXT, notices: [], sum: {} };
  const entered = { stage: 'publish', round: 1, due: null, streams: [`issue/${ISSUE}`] };
  const gone = [
    { type: 'StageClosed', data: closed },
    { type: 'StageEntered', data: entered },
  ];
  const issue = {
    case: CASE,
    stage: 'publish',
    subject: 'scheme',
    title: '编制工作方案',
    text,
    recipients: [department(1), department(2)],
    due: null,
    register: 'external',
    steps: { ...ASKED, ...steps },
    ...first,
  };
  return council({}, stage, null, publish)
    .but(`org/${INSTITUTION}`, ...POSTS)
    .but(`case/${CASE}`, ...(decided ? gone : []))
    .but(`issue/${ISSUE}`, { type: 'IssueDrafted', data: issue });
}

export const signed = (story: Story = drafted(), text = TEXT): Story =>
  story.does(LEADER, signIssue, [ISSUE, { text }]);
export const numbered = (story: Story = drafted(), text = TEXT): Story =>
  signed(story, text).does(OFFICE, numberIssue, [ISSUE, { number: NUMBER }]);
export const issued = (story: Story = drafted()): Story =>
  numbered(story).does(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: ON }]);

/** A fact of the issue, for `then`. */
export const onIssue = (type: string, data: object) => ({ stream: `issue/${ISSUE}`, type, data });
/** What somebody does to the text today. */
export const deedOf = ({ post: by, person: who }: Capacity, text = TEXT) => ({
  text,
  post: by,
  by: who,
  on: ON,
});
