import type { SeatRole } from '@mouding/core';
import { departments } from './departments.ts';
import type { InstitutionPlan, PostPlan } from './institution-plan.ts';
import { inventNames } from './people.ts';

/** Everyone of the demo signs in with this; it protects invented data on this machine only. */
export const demoPassword = 'mouding-demo';

const DELEGATES = 66;
// 职工代表中的管理人员不超过百分之二十: the union's chair and the heads of the twelve clinical departments.
const managers = [
  'gonghui',
  ...departments.filter(({ kind }) => kind === 'clinical').map(({ login }) => login),
];
const two = (n: number): string => String(n).padStart(2, '0');
const staff = Array.from({ length: DELEGATES - managers.length }, (_, i) => `daibiao${two(i + 1)}`);
const delegates = [...managers, ...staff];

const leaders: readonly (readonly [title: string, login: string])[] = [
  ['党委书记', 'shuji'],
  ['院长', 'yuanzhang'],
  ['党委副书记', 'yuanzhang'],
  ['副院长（综合）', 'fuyuanzhang1'],
  ['副院长（医疗）', 'fuyuanzhang2'],
  ['副院长（中医与信息）', 'fuyuanzhang3'],
  ['中医药传承研究所副所长', 'fusuozhang'],
];

const committee: readonly (readonly [title: string, login: string])[] = [
  ['党委委员（书记）', 'shuji'],
  ['党委委员（副书记）', 'yuanzhang'],
  ['党委委员（纪委书记）', 'jianchashi'],
  ['党委委员（综合）', 'fuyuanzhang1'],
  ['党委委员（医疗）', 'fuyuanzhang2'],
  ['党委委员（中医与信息）', 'fuyuanzhang3'],
  ['党委委员（党建）', 'dangjianban'],
  ['党委委员（组织）', 'renshike'],
  ['党委委员（群团）', 'gonghui'],
];

const others: readonly PostPlan[] = [
  { title: '系统管理员', as: 'administrator', department: '信息科', holder: 'admin' },
  { title: '规划办主任', as: 'office-director', department: '党政综合办', holder: 'zhuren' },
  { title: '规划办经办', as: 'office', department: '党政综合办', holder: 'office' },
  { title: '会议秘书', as: 'secretary', department: '党政综合办', holder: 'mishu' },
  { title: '职代会秘书', as: 'secretary', department: '工会', holder: 'gonghuimishu' },
  { title: '职代会计票人', as: 'teller', department: null, holder: 'daibiao01' },
  { title: '职代会监票人', as: 'scrutineer', department: null, holder: 'daibiao02' },
  { title: '审计专员', as: 'auditor', department: '监察室', holder: 'shenji' },
];

const delegate = (place: number): string => `职工代表（${two(place + 1)}）`;

const posts: readonly PostPlan[] = [
  ...others,
  ...leaders.map(([title, holder]) => ({ title, as: 'leader' as const, department: null, holder })),
  ...departments.map(({ name, head, login }) => ({
    title: head,
    as: 'department-head' as const,
    department: name,
    holder: login,
  })),
  ...committee.map(([title, holder]) => ({
    title,
    as: 'committee-member' as const,
    department: null,
    holder,
  })),
  ...delegates.map((holder, place) => ({
    title: delegate(place),
    as: 'delegate' as const,
    department: null,
    holder,
  })),
];

const logins = [...new Set(posts.map(({ holder }) => holder))];
const names = inventNames(logins.length + 2, 2026);

const seat = (post: string, role: SeatRole): { post: string; role: SeatRole } => ({ post, role });
const seats = (titles: readonly string[], role: SeatRole): { post: string; role: SeatRole }[] =>
  titles.map((post) => seat(post, role));

/** 云岭市中医院: invented, on the structure of a real compilation scheme. */
export const demoHospital: InstitutionPlan = {
  code: 'yunling-zyy',
  name: '云岭市中医院',
  kind: 'unit',
  departments: departments.map(({ name, kind }) => ({ name, kind })),
  people: logins.map((login, i) => ({ login, name: names[i] ?? login })),
  posts,
  bodies: [
    {
      key: 'leading-group',
      name: '规划编制工作领导小组',
      seats: [
        seat('党委书记', 'chair'),
        ...seats(
          [
            '党委副书记',
            '副院长（综合）',
            '副院长（医疗）',
            '副院长（中医与信息）',
            '中医药传承研究所副所长',
          ],
          'deputy',
        ),
        ...seats(
          departments.filter(({ kind }) => kind === 'functional').map(({ head }) => head),
          'member',
        ),
        seat('会议秘书', 'secretary'),
      ],
    },
    {
      key: 'dean-meeting',
      name: '院长办公会',
      seats: [
        seat('院长', 'chair'),
        seat('副院长（综合）', 'deputy'),
        ...seats(['党委书记', '副院长（医疗）', '副院长（中医与信息）', '中医药传承研究所副所长'], 'member'),
        seat('会议秘书', 'secretary'),
      ],
    },
    {
      key: 'party-committee',
      name: '中共云岭市中医院委员会',
      seats: [
        seat('党委委员（书记）', 'chair'),
        seat('党委委员（副书记）', 'deputy'),
        ...seats(
          committee.slice(2).map(([title]) => title),
          'member',
        ),
        seat('会议秘书', 'secretary'),
      ],
    },
    {
      key: 'congress',
      name: '职工代表大会',
      seats: [
        seat(delegate(0), 'chair'),
        ...seats(
          delegates.slice(1).map((_, i) => delegate(i + 1)),
          'member',
        ),
        seat('职代会秘书', 'secretary'),
        seat('职代会计票人', 'teller'),
        seat('职代会监票人', 'scrutineer'),
      ],
    },
  ],
};

/** 云岭市卫生健康委员会: the invented authority that examines the hospital's plan. */
export const demoAuthority: InstitutionPlan = {
  code: 'yunling-wjw',
  name: '云岭市卫生健康委员会',
  kind: 'authority',
  departments: [{ name: '规划发展与财务科', kind: 'functional' }],
  people: [
    { login: 'admin', name: names[logins.length] ?? 'admin' },
    { login: 'jingban', name: names[logins.length + 1] ?? 'jingban' },
  ],
  posts: [
    { title: '系统管理员', as: 'administrator', department: null, holder: 'admin' },
    { title: '规划发展与财务科经办', as: 'examiner', department: '规划发展与财务科', holder: 'jingban' },
  ],
  bodies: [],
};
