import { PLURALS, type CaseOverview, type CasePage, type ObligationPage } from '@mouding/contract';

/**
 * Where a screen lies: an address, one below the five-year plan, one below the first thing of which something is owed,
 * one below the first thing of a kind in any plan whose title says so, or below the first that a list of the API answers.
 */
export type Where =
  | { readonly path: string }
  | { readonly ofPlan: string }
  | { readonly owed: string; readonly before?: string; readonly then?: string }
  | { readonly kind: string; readonly of?: string; readonly then?: string }
  | { readonly first: string; readonly below: string; readonly then?: string };

/** Reads an address of the API as whoever looks. */
export type Getting = (at: string) => Promise<unknown>;

/** The plan of the demo whose case is the fullest. */
const PLAN = /^云岭市中医院“十五五”发展规划$/u;

/** The address of a screen behind `/desk` or `/m`. @throws Error where the demo has no such thing */
export async function pathIn(got: Getting, where: Where): Promise<string> {
  if ('path' in where) return where.path;
  if ('ofPlan' in where) return belowPlan(got, where.ofPlan);
  if ('owed' in where) return belowOwed(got, where);
  return 'kind' in where ? belowKind(got, where) : belowFirst(got, where);
}

const cases = async (got: Getting): Promise<CasePage['items']> =>
  ((await got('/v1/cases?limit=50')) as CasePage).items;

async function belowPlan(got: Getting, then: string): Promise<string> {
  const plan = (await cases(got)).find(({ title }) => PLAN.test(title));
  if (!plan) throw new Error('the plan is not shown');
  return `/plans/${plan.id}${then}`;
}

async function belowOwed(
  got: Getting,
  { owed, before = '', then = '' }: Extract<Where, { owed: string }>,
): Promise<string> {
  const { items } = (await got('/v1/obligations?limit=200')) as ObligationPage;
  const stream = items.find(({ verb }) => verb === owed)?.stream;
  if (stream === undefined) throw new Error(`nobody owes ${owed}`);
  return `${before}${screenFor(stream)}${then}`;
}

async function belowKind(
  got: Getting,
  { kind, of = '', then = '' }: Extract<Where, { kind: string }>,
): Promise<string> {
  for (const { id, title } of await cases(got)) {
    if (!title.includes(of)) continue;
    const { stages } = (await got(`/v1/cases/${id}`)) as CaseOverview;
    const found = stages.flatMap(({ items }) => items).find((item) => item.kind === kind);
    if (found) return `${screenFor(found.stream)}${then}`;
  }
  throw new Error(`there is no ${kind}`);
}

async function belowFirst(
  got: Getting,
  { first, below, then = '' }: Extract<Where, { first: string }>,
): Promise<string> {
  const { items } = (await got(first)) as { readonly items: readonly Listed[] };
  const id = items[0]?.id ?? items[0]?.person;
  if (id === undefined) throw new Error(`${first} lists nothing`);
  return `${below}/${id}${then}`;
}

/** A line of a list: people go by who they are. */
interface Listed {
  readonly id?: string;
  readonly person?: string;
}

function screenFor(stream: string): string {
  const [kind = '', id = ''] = stream.split('/');
  return `/${PLURALS[kind]}/${id}`;
}
