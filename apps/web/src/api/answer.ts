import type { Problem } from './generated/types.gen.ts';
import { Failed, type Failure } from './failure.ts';

/** What a generated call resolves to. */
interface Called<Data> {
  readonly data?: Data | undefined;
  readonly error?: unknown;
  readonly response?: Response | undefined;
}

/** An answer with the version of what it shows. */
export interface Answer<Data> {
  readonly data: Data;
  readonly etag: string | null;
}

/** The data of an answer and its ETag. @throws Failed */
export async function answered<Data>(call: Promise<Called<Data>>): Promise<Answer<Data>> {
  const { data, error, response } = await call.catch((): Called<Data> => ({}));
  if (!response) throw new Failed({ kind: 'offline' });
  if (data === undefined || !response.ok) throw new Failed(failure(response.status, problemOf(error)));
  return { data, etag: response.headers.get('etag') };
}

/** A wrong password is answered with 401 as well; only who was never or is no longer signed in goes to the door. */
const failure = (status: number, problem: Problem): Failure =>
  problem.code === 'not-signed-in' ? { kind: 'signed-out' } : { kind: 'problem', status, problem };

/** The data alone, for lists and other answers without a version. @throws Failed */
export const dataOf = async <Data>(call: Promise<Called<Data>>): Promise<Data> => (await answered(call)).data;

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'title' in error && 'status' in error;

/** A proxy that answers in HTML is a failure without a name. */
const problemOf = (error: unknown): Problem =>
  isProblem(error)
    ? error
    : ({ type: 'about:blank', title: '服务暂时不可用', status: 502, code: 'unavailable' } as Problem);
