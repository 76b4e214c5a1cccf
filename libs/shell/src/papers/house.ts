import type { OrgState } from '@mouding/core';
import { asked, type Reader } from '../queries/reader.ts';

/** Who prints, and the names that stand on paper: posts and departments, never persons. */
export interface House {
  readonly institution: string;
  readonly office: string;
  readonly org: OrgState;
  readonly post: (id: string | null) => string | null;
  readonly department: (id: string | null) => string | null;
  readonly body: (key: string) => string;
}

export async function houseOf(reader: Reader): Promise<House> {
  const org = await asked(reader, (known) => known.org);
  const { name, posts, departments, dissolved, bodies } = org.context;
  const department = (id: string | null): string | null =>
    [...departments, ...dissolved].find((one) => one.id === id)?.name ?? null;
  const desk = posts.find(({ as }) => as === 'office-director') ?? posts.find(({ as }) => as === 'office');
  return {
    institution: name,
    office: department(desk?.department ?? null) ?? name,
    org,
    department,
    post: (id) => posts.find((one) => one.id === id)?.title ?? null,
    body: (key) => bodies.find((one) => one.key === key)?.name ?? key,
  };
}
