import { answered } from './answer.ts';
import { askPath } from './ask-path.ts';
import { client } from './generated/client.gen.ts';
import type { CommandAnswer } from './generated/types.gen.ts';

/** One press of a button: what is asked of what, seen in which version. */
export interface Act {
  /** `chapter.submit`. */
  readonly verb: string;
  readonly id: string;
  readonly body: object;
  /** The ETag of what the person saw; null where many act at once. */
  readonly seen: string | null;
  /** Made once for one press and kept over retries, so that a lost answer does not do it twice. */
  readonly key: string;
  /** The post in whose capacity it is done; null: the first that may. */
  readonly post: string | null;
}

/** Carries a command out. @throws Failed with the refusal, or when no answer came (then the same key may be sent again) */
export async function act({ verb, id, body, seen, key, post }: Act): Promise<CommandAnswer> {
  const url = askPath(verb).replace('{id}', id);
  const headers = {
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
    ...(seen === null ? {} : { 'If-Match': seen }),
    ...(post === null ? {} : { Capacity: post }),
  };
  const { data } = await answered(client.post<{ 200: CommandAnswer }, unknown>({ url, body, headers }));
  return data;
}
