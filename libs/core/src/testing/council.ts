import type { Tree } from '@mouding/text';
import type { Capacity, CapacityKind } from '../capacity.ts';
import type { Command } from '../decider.ts';
import type { SeatRole } from '../org/org.ts';
import type { Fact, Kind } from '../stream.ts';
import { given, INSTITUTION, refOf, uuid } from './given.ts';

type History = { readonly [stream: string]: readonly Fact[] };

/** Posts 1–6 vote (1 the chair, 2 the deputy), 7 is the secretary, 8 the teller, 9 the scrutineer. */
export const CASE = uuid(1);
export const MEETING = uuid(2);
export const SCHEME = '编制工作方案';
export const post = (n: number): string => uuid(200 + n);
export const person = (n: number): string => uuid(300 + n);
export const department = (n: number): string => uuid(400 + n);

const ROLES: readonly SeatRole[] = ['chair', 'deputy', 'member', 'member', 'member', 'member', 'secretary'];
const SEATS: readonly SeatRole[] = [...ROLES, 'teller', 'scrutineer'];

/** The holder of post `n`, acting. */
export const actor = (n: number, as: CapacityKind = 'committee-member'): Capacity => ({
  as,
  person: person(n),
  post: post(n),
  department: null,
});
export const OFFICE: Capacity = { as: 'office', person: person(20), post: post(20), department: null };
export const head = (n: number): Capacity => ({
  as: 'department-head',
  person: person(30 + n),
  post: post(30 + n),
  department: department(n),
});

export const ORG: readonly Fact[] = [
  {
    type: 'InstitutionFounded',
    data: { name: '某市中医院', code: 'HOSPITAL', kind: 'unit', mode: 'rehearsal' },
  },
  ...[1, 2].map((n) => ({
    type: 'DepartmentCreated',
    data: { department: department(n), name: `${n}科`, kind: 'functional' },
  })),
  ...SEATS.flatMap((_, i) => [
    {
      type: 'PostCreated',
      data: { post: post(i + 1), title: `岗位${i + 1}`, as: 'committee-member', department: null },
    },
    {
      type: 'PostFilled',
      data: { post: post(i + 1), person: person(i + 1), from: '2025-01-01T00:00:00.000Z' },
    },
  ]),
  {
    type: 'BodyFormed',
    data: {
      body: uuid(500),
      key: 'council',
      name: '委员会',
      seats: SEATS.map((role, i) => ({ post: post(i + 1), role })),
    },
  },
];

const OFF = { effect: 'off', reason: '小型议事机构，不设议题申报' };
/** A body whose items come before it without a sheet. */
export const UNTABLED = {
  'meeting.intake': OFF,
  'meeting.consensus': OFF,
  'meeting.circulated': OFF,
};

export const RULE = {
  title: '党委会',
  decides: 'vote',
  ballot: 'named',
  quorum: { base: 'all', num: 1, den: 2, inclusive: true },
  pass: { base: 'all', num: 1, den: 2, strict: true },
  recusal: 'exclude',
  words: { passed: '研究同意', 'not-passed': '研究未通过', deferred: '缓议' },
  rules: UNTABLED,
};

const ADOPT = {
  id: 'adopt',
  kind: 'meeting@1',
  title: '党委会审议',
  with: { body: 'council', subject: 'scheme' },
  then: { passed: 'publish', 'not-passed': 'again', deferred: 'again' },
};

const definition = (rule: object, stage: object, publish: object) => ({
  id: 'plan',
  title: '规划编制程序',
  bodies: { council: { ...RULE, ...rule } },
  chapters: [],
  steps: [
    'together' in stage ? stage : { ...ADOPT, ...stage },
    {
      id: 'publish',
      kind: 'issue@1',
      title: '印发',
      with: { subject: 'scheme' },
      then: { issued: 'end', received: 'end' },
      ...publish,
    },
  ],
});

export const caseFacts = (
  authority: string | null = null,
  streams: readonly string[] = [],
): readonly Fact[] => [
  {
    type: 'CaseOpened',
    data: {
      title: '“十五五”发展规划',
      procedure: { id: 'plan', version: 1, hash: 'plan' },
      scheme: refOf(SCHEME),
      chapters: [],
      dates: {},
      authority,
    },
  },
  { type: 'StageEntered', data: { stage: 'adopt', round: 1, due: null, streams } },
];

/** A history that grows by commands alone. Each takes the actor first; a step that is refused fails the test. */
export interface Story {
  readonly history: History;
  readonly definitions: { readonly [hash: string]: unknown };
  does<K extends Kind, B>(by: Capacity, command: Command<K, B>, target: readonly [string, B]): Story;
  when<K extends Kind, B>(
    by: Capacity,
    command: Command<K, B>,
    target: readonly [string, B],
  ): ReturnType<ReturnType<typeof given>['when']>;
  /** From this time on. */
  at(now: string): Story;
  /** With facts that came from elsewhere. */
  but(stream: string, ...facts: readonly Fact[]): Story;
  /** With a stream that has these facts and no other. */
  with(stream: string, ...facts: readonly Fact[]): Story;
}

/** Texts beside the usual ones, and another time than the usual. */
interface Around {
  readonly texts?: readonly (string | Tree)[];
  readonly now?: string;
}

export function story(
  history: History,
  definitions: { readonly [hash: string]: unknown },
  around: Around = {},
): Story {
  const when: Story['when'] = (by, command, [id, body]) =>
    given(history, {
      actor: by,
      definitions,
      ...(around.now ? { now: around.now } : {}),
      texts: [SCHEME, '纪要', '附件', ...(around.texts ?? [])],
      files: ['批示', '扫描件'],
    }).when(command, id, body);
  return {
    history,
    definitions,
    when,
    does(by, command, target) {
      const { decision } = when(by, command, target);
      if ('refusal' in decision) throw new Error(`${command.verb}: ${decision.refusal.rule}`);
      const grown: { [stream: string]: readonly Fact[] } = { ...history };
      for (const { stream, fact } of decision.facts) grown[stream] = [...(grown[stream] ?? []), fact];
      const texts = [...(around.texts ?? []), ...(decision.texts ?? []), ...(decision.trees ?? [])];
      return story(grown, definitions, { ...around, texts });
    },
    at: (now) => story(history, definitions, { ...around, now }),
    but: (stream, ...facts) =>
      story({ ...history, [stream]: [...(history[stream] ?? []), ...facts] }, definitions, around),
    with: (stream, ...facts) => story({ ...history, [stream]: facts }, definitions, around),
  };
}

/** A case whose one gate is the council, with the given changes of its rule and of the stage. */
export const council = (
  rule: object = {},
  stage: object = {},
  authority: string | null = null,
  publish: object = {},
): Story =>
  story(
    { [`org/${INSTITUTION}`]: ORG, [`case/${CASE}`]: caseFacts(authority) },
    { plan: definition(rule, stage, publish) },
  );
