import { queryOptions } from '@tanstack/react-query';
import { answered, type Answer } from './answer.ts';
import { client } from './generated/client.gen.ts';
import type { Chapter } from './generated/types.gen.ts';
import { ABOUT } from './live.ts';
import { SINGULARS } from './singular.ts';

/** What every kind of thing shows, whatever else it is. */
export type Resource = Omit<Chapter, 'data'>;

/** A case, the institution, a procedure: they say other things of themselves than what lies in a case. */
interface Other {
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly title?: string;
  readonly name?: string;
  readonly may?: Resource['may'];
  readonly texts?: unknown;
}

/** Any resource by its address, e.g. `meetings`; fetched again when its stream moves. */
export const resourceQuery = (plural: string, id: string) =>
  queryOptions({
    queryKey: [ABOUT, `${SINGULARS[plural] ?? plural}/${id}`, 'any'],
    queryFn: () => answered(client.get<{ 200: Resource | Other }, unknown>({ url: addressOf(plural, id) })),
    select: ({ data, etag }): Answer<Resource> => ({ data: sameForAll(data), etag }),
  });

/** The institution of whoever asks is one, so that it needs no id. */
const addressOf = (plural: string, id: string): string =>
  plural === 'org' ? '/v1/org' : `/v1/${plural}/${id}`;

function sameForAll(found: Resource | Other): Resource {
  if ('wording' in found) return found;
  const { id, stream, version, title, name, may = [] } = found;
  const isCase = stream.startsWith('case/');
  return {
    id,
    stream,
    version,
    case: isCase ? id : null,
    stage: null,
    label: title ?? name ?? '',
    status: '',
    words: '',
    wording: [],
    texts: [],
    files: [],
    may: [...may],
  };
}
