import type { OrgState } from './org.ts';

/** functional 职能科室 · clinical 临床（医技）科室 · organisation 群团组织 */
export type DepartmentKind = 'functional' | 'clinical' | 'organisation';

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly kind: DepartmentKind;
  /** The names that it bore before, each until a law time, in their order. */
  readonly former: readonly { readonly name: string; readonly until: string }[];
}
/** A department that ended, with the one to which its open things went. */
export interface Dissolved extends Department {
  readonly ended: string;
  readonly by: 'merged' | 'split' | 'closed';
  readonly heir: string;
}
export type DepartmentFact =
  | {
      readonly type: 'DepartmentCreated';
      readonly data: { department: string; name: string; kind: DepartmentKind };
    }
  | {
      readonly type: 'DepartmentRenamed';
      readonly data: {
        department: string;
        name: string;
        former: string;
        from: string;
        document: string | null;
      };
    }
  | {
      readonly type: 'DepartmentsMerged';
      readonly data: { departments: string[]; heir: string; from: string; document: string | null };
    }
  | {
      readonly type: 'DepartmentSplit';
      readonly data: {
        department: string;
        heirs: string[];
        main: string;
        from: string;
        document: string | null;
      };
    }
  | {
      readonly type: 'DepartmentClosed';
      readonly data: { department: string; heir: string; from: string; document: string | null };
    }
  /** A post of a department that ended goes on in its heir. */
  | { readonly type: 'PostMoved'; readonly data: { post: string; department: string; from: string } };

/** The departments that stand, and those that ended. */
export interface Departments {
  readonly departments: readonly Department[];
  readonly dissolved: readonly Dissolved[];
}
type Data<T extends DepartmentFact['type']> = Extract<DepartmentFact, { type: T }>['data'];

export const created = (
  { departments }: Departments,
  { department, name, kind }: Data<'DepartmentCreated'>,
): Pick<Departments, 'departments'> => ({
  departments: [...departments, { id: department, name, kind, former: [] }],
});

export const renamed = (
  { departments }: Departments,
  { department, name, former, from }: Data<'DepartmentRenamed'>,
): Pick<Departments, 'departments'> => ({
  departments: departments.map((each) =>
    each.id === department
      ? { ...each, name, former: [...each.former, { name: former, until: from }] }
      : each,
  ),
});

/** These end, and what they owe goes to their heir. */
export const dissolved = (
  { departments, dissolved: before }: Departments,
  ids: readonly string[],
  { by, heir, ended }: Pick<Dissolved, 'by' | 'heir' | 'ended'>,
): Departments => ({
  departments: departments.filter(({ id }) => !ids.includes(id)),
  dissolved: [
    ...before,
    ...departments.filter(({ id }) => ids.includes(id)).map((each) => ({ ...each, by, heir, ended })),
  ],
});

/**
 * The department that answers for another one now: itself while it stands, otherwise its heir, or the heir's heir. Total
 * and without circles: what ended never stands again, and an heir stood when it was named.
 */
export function heirOf(org: OrgState, department: string): string {
  const ended = org.context.dissolved.find(({ id }) => id === department);
  return ended ? heirOf(org, ended.heir) : department;
}

/** The departments that ended and for which this one answers now. */
export const heldFor = (org: OrgState, department: string): readonly string[] =>
  org.context.dissolved.flatMap(({ id }) => (heirOf(org, id) === department ? [id] : []));

/** What a department was called at a law time; null for what never was one. */
export function nameAt({ context }: OrgState, department: string, at: string): string | null {
  const found = [...context.departments, ...context.dissolved].find(({ id }) => id === department);
  return found ? (found.former.find(({ until }) => at < until)?.name ?? found.name) : null;
}

/** Names of departments, also of those that ended, in the order in which they were created; for refusals and notices. */
export const departmentNames = ({ context }: OrgState, ids: readonly string[]): readonly string[] =>
  [...context.dissolved, ...context.departments].filter(({ id }) => ids.includes(id)).map(({ name }) => name);
