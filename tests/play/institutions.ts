import type { SeatRole } from '@mouding/core';
import type { InstitutionPlan, PostPlan } from 'mouding/demo/institution-plan';

/**
 * Everybody of the small world: a hospital in which each capacity is held once in every relation that the policy
 * knows, another hospital, and the authority that examines.
 */
export const CAST = {
  /** 规划办 */
  office: ['hospital', 'office'],
  /** 规划办主任: may everything that the office may, and more. */
  director: ['hospital', 'director'],
  admin: ['hospital', 'admin'],
  auditor: ['hospital', 'auditor'],
  /** The leader who leads the chapter, and another one. */
  lead: ['hospital', 'lead'],
  leader: ['hospital', 'leader'],
  /** Heads: of the chapter's writing department, of its other owner, of a supporting one, of one without a part. */
  writer: ['hospital', 'writer'],
  owner: ['hospital', 'owner'],
  support: ['hospital', 'support'],
  general: ['hospital', 'general'],
  /** The head of a clinical department: not asked in the consultation. */
  clinical: ['hospital', 'clinical'],
  /** Committee members: in the chair, with a seat, without one. */
  chair: ['hospital', 'chair'],
  member: ['hospital', 'member'],
  unseated: ['hospital', 'unseated'],
  /** Delegates: in the chair, with a seat, without one. */
  president: ['hospital', 'president'],
  delegate: ['hospital', 'delegate'],
  'former-delegate': ['hospital', 'former-delegate'],
  teller: ['hospital', 'teller'],
  scrutineer: ['hospital', 'scrutineer'],
  /** Secretaries: of every body, and of none. */
  secretary: ['hospital', 'secretary'],
  clerk: ['hospital', 'clerk'],
  /** 安全管理员 and 安全审计员. */
  guard: ['hospital', 'guard'],
  inspector: ['hospital', 'inspector'],
  /** Signed in, and holds no post. */
  nobody: ['hospital', 'nobody'],
  'other-office': ['other', 'office'],
  'other-head': ['other', 'head'],
  'other-auditor': ['other', 'auditor'],
  'other-admin': ['other', 'admin'],
  examiner: ['authority', 'examiner'],
  'authority-auditor': ['authority', 'auditor'],
  'authority-admin': ['authority', 'admin'],
} as const satisfies { readonly [who: string]: readonly [keyof Institutions<unknown>, string] };

export type Who = keyof typeof CAST;
export const EVERYBODY = Object.keys(CAST) as readonly Who[];

/** One of something for each institution. */
export interface Institutions<T> {
  readonly hospital: T;
  readonly other: T;
  readonly authority: T;
}

export const HOUSES = ['hospital', 'other', 'authority'] as const;
export type House = (typeof HOUSES)[number];

/** By which people choose their institution when they sign in. */
export const CODES: Institutions<string> = {
  hospital: 'small-zyy',
  other: 'other-zyy',
  authority: 'small-wjw',
};

const post = (
  title: string,
  as: PostPlan['as'],
  holder: string,
  department: string | null = null,
): PostPlan => ({
  title,
  as,
  department,
  holder,
});
const seats = (role: SeatRole, ...titles: readonly string[]) =>
  titles.map((title) => ({ post: title, role }));

/** @param nameOf what a person is called; a test that looks for leaks puts something in it that it finds again */
export const plansFor = (nameOf: (who: Who) => string): Institutions<InstitutionPlan> => ({
  hospital: {
    code: CODES.hospital,
    name: '小城中医院',
    kind: 'unit',
    departments: [
      { name: '办公室', kind: 'functional' },
      { name: '医务科', kind: 'functional' },
      { name: '科教科', kind: 'functional' },
      { name: '护理部', kind: 'functional' },
      { name: '骨伤科', kind: 'clinical' },
    ],
    people: peopleOf('hospital', nameOf),
    posts: [
      post('系统管理员', 'administrator', 'admin'),
      post('规划办主任', 'office', 'office', '办公室'),
      post('规划办负责人', 'office-director', 'director', '办公室'),
      post('审计专员', 'auditor', 'auditor'),
      post('副院长（医疗）', 'leader', 'lead'),
      post('副院长（行政）', 'leader', 'leader'),
      post('医务科科长', 'department-head', 'writer', '医务科'),
      post('科教科科长', 'department-head', 'owner', '科教科'),
      post('护理部主任', 'department-head', 'support', '护理部'),
      post('办公室主任', 'department-head', 'general', '办公室'),
      post('骨伤科主任', 'department-head', 'clinical', '骨伤科'),
      post('党委书记', 'committee-member', 'chair'),
      post('党委委员（一）', 'committee-member', 'member'),
      post('党委委员（列席）', 'committee-member', 'unseated'),
      post('职工代表（主席团）', 'delegate', 'president'),
      post('职工代表（一）', 'delegate', 'delegate'),
      post('职工代表（候补）', 'delegate', 'former-delegate'),
      post('计票人', 'teller', 'teller'),
      post('监票人', 'scrutineer', 'scrutineer'),
      post('会议秘书', 'secretary', 'secretary'),
      post('文秘', 'secretary', 'clerk'),
      post('安全审计员', 'security-auditor', 'inspector'),
      post('安全管理员', 'security-administrator', 'guard'),
    ],
    bodies: [
      {
        key: 'committee',
        name: '小城中医院党委会',
        seats: [
          ...seats('chair', '党委书记'),
          ...seats('member', '党委委员（一）'),
          ...seats('secretary', '会议秘书'),
        ],
      },
      {
        key: 'group',
        name: '规划编制工作领导小组',
        seats: [
          ...seats('chair', '副院长（医疗）'),
          ...seats('member', '医务科科长'),
          ...seats('secretary', '会议秘书'),
        ],
      },
      {
        key: 'deans',
        name: '院长办公会',
        seats: [
          ...seats('chair', '副院长（行政）'),
          ...seats('member', '副院长（医疗）'),
          ...seats('secretary', '会议秘书'),
        ],
      },
      {
        key: 'congress',
        name: '职工代表大会',
        seats: [
          ...seats('chair', '职工代表（主席团）'),
          ...seats('member', '职工代表（一）'),
          ...seats('secretary', '会议秘书'),
          ...seats('teller', '计票人'),
          ...seats('scrutineer', '监票人'),
        ],
      },
    ],
  },
  other: {
    code: CODES.other,
    name: '邻城中医院',
    kind: 'unit',
    departments: [
      { name: '办公室', kind: 'functional' },
      { name: '医务科', kind: 'functional' },
    ],
    people: peopleOf('other', nameOf),
    posts: [
      post('系统管理员', 'administrator', 'admin'),
      post('规划办主任', 'office', 'office', '医务科'),
      post('医务科科长', 'department-head', 'head', '医务科'),
      post('审计专员', 'auditor', 'auditor'),
    ],
    bodies: [],
  },
  authority: {
    code: CODES.authority,
    name: '小城卫生健康委员会',
    kind: 'authority',
    departments: [{ name: '办公室', kind: 'functional' }],
    people: peopleOf('authority', nameOf),
    posts: [
      post('系统管理员', 'administrator', 'admin'),
      post('办公室经办', 'examiner', 'examiner', '办公室'),
      post('审计专员', 'auditor', 'auditor'),
    ],
    bodies: [],
  },
});

const peopleOf = (house: House, nameOf: (who: Who) => string) =>
  EVERYBODY.flatMap((who) => {
    const [of, login] = CAST[who];
    return of === house ? [{ login, name: nameOf(who) }] : [];
  });
