import { z } from 'zod';
import { record, refuse, type Given, type Recorded } from '../decider.ts';
import { notNow, type Notice, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { endingActing } from './appoint-acting.ts';
import { DATED, dated } from './dated.ts';
import type { OrgFact } from './org.ts';
import { vacating } from './posts.ts';

const Name = z.string().trim().min(1).max(80);
const New = z.strictObject({ name: Name, kind: z.enum(['functional', 'clinical', 'organisation']) });
type New = z.infer<typeof New>;

const onOrg = (given: Given, fact: OrgFact): Recorded => record(streamName('org', given.institution), fact);

const stands = ({ org }: Given, department: string): boolean =>
  org.context.departments.some(({ id }) => id === department);

const unknown = (department: string): Refusal =>
  notNow('org.department-known', '没有这个科室，或已撤销', 'There is no such department, or it has ended', {
    department,
  });

const taken = ({ org }: Given, names: readonly string[]): Refusal | null => {
  const same = org.context.departments.find(({ name }) => names.includes(name));
  const twice = names.some((name, i) => names.indexOf(name) !== i);
  if (!same && !twice) return null;
  return notNow(
    'org.department-new',
    same ? `已有名为“${same.name}”的科室` : '新科室名称重复',
    same ? `There is a department called ${same.name} already` : 'Two new departments have one name',
    { department: same?.id ?? null },
  );
};

const firstUnknown = (given: Given, ids: readonly string[]): Refusal | null => {
  const stranger = ids.find((id) => !stands(given, id));
  return stranger === undefined ? null : unknown(stranger);
};

const heirElsewhere = (department: string): Refusal =>
  notNow(
    'org.heir-other',
    '承接科室不能是本次撤并的科室',
    'The heir is another department than those that end',
    { department },
    { zh: '请另选承接科室', en: 'Choose another heir' },
  );

/**
 * What becomes of the posts of departments that end: the head’s post ends with them, and whoever holds it leaves it;
 * every other post goes on in the heir, with its holder.
 */
function postsOf(given: Given, ended: readonly string[], heir: string, from: string): readonly Recorded[] {
  const posts = given.org.context.posts.filter(
    ({ department }) => department !== null && ended.includes(department),
  );
  return posts.flatMap((post) =>
    post.as === 'department-head'
      ? [
          ...vacating(given, post, from, { reason: 'department-ended' }),
          ...endingActing(given, post.id, from, 'department-ended'),
        ]
      : [onOrg(given, { type: 'PostMoved', data: { post: post.id, department: heir, from } })],
  );
}

/** Nobody heads the heir: what it takes over would be nobody's. */
function headless({ org }: Given, heir: string): readonly Notice[] {
  const head = org.context.posts.find(
    ({ as, department }) => as === 'department-head' && department === heir,
  );
  if (head?.holder) return [];
  return [
    {
      rule: 'org.heir-headless',
      said: {
        zh: '承接科室尚无负责人，未了事项将无人办理',
        en: 'Nobody heads the heir: what it takes over would have no handler',
      },
      facts: { department: heir },
    },
  ];
}

const making = (given: Given, { name, kind }: New, department: string): Recorded =>
  onOrg(given, { type: 'DepartmentCreated', data: { department, name, kind } });

export const CreateDepartment = z
  .strictObject({ name: Name, kind: z.enum(['functional', 'clinical', 'organisation']), ...DATED })
  .meta({ id: 'CreateDepartment', description: '设立科室 · creates a department' });

/** 新设. */
export const createDepartment = dated<z.infer<typeof CreateDepartment>>({
  verb: 'org.create-department',
  schema: CreateDepartment,
  needs: () => [],
  standing: (given, { name }) => taken(given, [name]),
  effect(given, body) {
    const refusal = taken(given, [body.name]);
    if (refusal) return refuse(refusal);
    return { facts: [making(given, body, given.id('department'))] };
  },
});

export const RenameDepartment = z
  .strictObject({ department: z.uuid(), name: Name, ...DATED })
  .meta({ id: 'RenameDepartment', description: '科室更名 · renames a department' });
type Renaming = z.infer<typeof RenameDepartment>;

/** 更名: what was done before stands under the name of then. */
export const renameDepartment = dated<Renaming>({
  verb: 'org.rename-department',
  schema: RenameDepartment,
  needs: () => [],
  standing: (given, { department, name }) => firstUnknown(given, [department]) ?? taken(given, [name]),
  effect(given, { department, name, document = null }, from) {
    const found = given.org.context.departments.find(({ id }) => id === department);
    const refusal = found ? taken(given, [name]) : unknown(department);
    if (!found || refusal) return refuse(refusal ?? unknown(department));
    const data = { department, name, former: found.name, from, document };
    return { facts: [onOrg(given, { type: 'DepartmentRenamed', data })] };
  },
});

export const MergeDepartments = z
  .strictObject({
    departments: z
      .array(z.uuid())
      .min(1)
      .max(20)
      .meta({ description: '合并（并入）的科室 · those that end' }),
    into: z
      .union([z.strictObject({ department: z.uuid() }), New])
      .meta({ description: '并入的科室，或者新设的科室 · the department that goes on, or a new one' }),
    ...DATED,
  })
  .meta({ id: 'MergeDepartments', description: '科室合并 · merges departments' });
type Merging = z.infer<typeof MergeDepartments>;

/** 合并: chapters, duties and what is open go to the heir; marks of lateness stay on what they were made on. */
export const mergeDepartments = dated<Merging>({
  verb: 'org.merge-departments',
  schema: MergeDepartments,
  needs: () => [],
  standing: unmergeable,
  effect(given, body, from) {
    const refusal = unmergeable(given, body);
    if (refusal) return refuse(refusal);
    const { departments, into, document = null } = body;
    const heir = 'department' in into ? into.department : given.id('department');
    const data = { departments: [...new Set(departments)], heir, from, document };
    const facts = [
      ...('department' in into ? [] : [making(given, into, heir)]),
      ...postsOf(given, departments, heir, from),
      onOrg(given, { type: 'DepartmentsMerged', data }),
    ];
    return { facts, notices: headless(given, heir) };
  },
});

function unmergeable(given: Given, { departments, into }: Merging): Refusal | null {
  if (!('department' in into)) return firstUnknown(given, departments) ?? taken(given, [into.name]);
  if (departments.includes(into.department)) return heirElsewhere(into.department);
  return firstUnknown(given, [...departments, into.department]);
}

export const SplitDepartment = z
  .strictObject({
    department: z.uuid(),
    into: z.array(New).min(2).max(10).meta({ description: '拆分后的科室 · the departments that come of it' }),
    main: z.int().min(0).max(9).default(0).meta({
      description: '未了事项由第几个科室承接（从0起） · which of them takes what is open, from 0',
    }),
    ...DATED,
  })
  .meta({ id: 'SplitDepartment', description: '科室拆分 · splits a department' });
type Splitting = z.infer<typeof SplitDepartment>;

/** 拆分: one of the new departments takes what is open; single chapters are given to another by 调整分工. */
export const splitDepartment = dated<Splitting>({
  verb: 'org.split-department',
  schema: SplitDepartment,
  needs: () => [],
  standing: unsplittable,
  effect(given, body, from) {
    const refusal = unsplittable(given, body);
    if (refusal) return refuse(refusal);
    const { department, into, main: at, document = null } = body;
    const made = into.map((each, i) => ({ each, id: given.id(`department-${i}`) }));
    const heirs = made.map(({ id }) => id);
    const main = heirs[at] ?? heirs[0] ?? department;
    const data = { department, heirs, main, from, document };
    return {
      facts: [
        ...made.map(({ each, id }) => making(given, each, id)),
        ...postsOf(given, [department], main, from),
        onOrg(given, { type: 'DepartmentSplit', data }),
      ],
      notices: headless(given, main),
    };
  },
});

function unsplittable(given: Given, { department, into, main }: Splitting): Refusal | null {
  const names = into.map(({ name }) => name);
  if (main >= into.length)
    return notNow('org.heir-other', '没有所指的承接科室', 'There is no such heir', { main, of: into.length });
  return firstUnknown(given, [department]) ?? taken(given, names);
}

export const CloseDepartment = z
  .strictObject({
    department: z.uuid(),
    heir: z.uuid().meta({ description: '承接未了事项的科室 · the department that takes what is open' }),
    ...DATED,
  })
  .meta({ id: 'CloseDepartment', description: '撤销科室 · closes a department' });
type Closing = z.infer<typeof CloseDepartment>;

/** 撤销: another department takes what is open. */
export const closeDepartment = dated<Closing>({
  verb: 'org.close-department',
  schema: CloseDepartment,
  needs: () => [],
  standing: unclosable,
  effect(given, body, from) {
    const refusal = unclosable(given, body);
    if (refusal) return refuse(refusal);
    const { department, heir, document = null } = body;
    const facts = [
      ...postsOf(given, [department], heir, from),
      onOrg(given, { type: 'DepartmentClosed', data: { department, heir, from, document } }),
    ];
    return { facts, notices: headless(given, heir) };
  },
});

function unclosable(given: Given, { department, heir }: Closing): Refusal | null {
  return department === heir ? heirElsewhere(heir) : firstUnknown(given, [department, heir]);
}
