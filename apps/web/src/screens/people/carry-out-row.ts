import { dataOf } from '../../api/answer.ts';
import { setPersonContact } from '../../api/generated/sdk.gen.ts';
import type { StaffCheck } from '../../api/generated/types.gen.ts';
import { postCommand } from '../admin/use-post.ts';

export type Row = StaffCheck['rows'][number];

/** The keys of one row: made once, so that a row whose answer was lost is not done twice. */
export interface RowKeys {
  readonly register: string;
  readonly fill: string;
}

export const newRowKeys = (): RowKeys => ({ register: crypto.randomUUID(), fill: crypto.randomUUID() });

/**
 * What a row asks for, one command behind the other: the person, the post, the address.
 * @throws Failed at the first that is refused; what was done before stands
 */
export async function carryOutRow(row: Row, keys: RowKeys, password: string): Promise<void> {
  const person = row.person ?? (await registered(row, keys.register, password));
  if (row.fills !== null)
    await postCommand('/v1/org/commands/fill-post', { post: row.fills, person }, keys.fill);
  if (row.setsMail) await dataOf(setPersonContact({ path: { id: person }, body: { mail: row.mail } }));
}

async function registered({ name, login }: Row, key: string, password: string): Promise<string> {
  const { made } = await postCommand('/v1/persons', { name, login, password }, key);
  return made?.slice('person/'.length) ?? '';
}
