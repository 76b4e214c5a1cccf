import type { Trail } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Plural } from '../../api/generated/types.gen.ts';
import { textQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { comparedQuery, type Compared } from '../../text/compared.ts';

/** Why the older version was taken: I acted on it, I opened it here, or it is simply the one before. */
export type Basis = 'acted' | 'opened' | 'previous';

export interface Since {
  readonly basis: Basis | null;
  /** The older version; null where there is none. */
  readonly from: string | null;
  readonly label: string;
  readonly compared: Compared | undefined;
}

interface Looked {
  readonly plural: Plural;
  readonly id: string;
  readonly trail: Trail;
  /** The current version; undefined until it is here. */
  readonly text: string | undefined;
}

const nameOf = (person: string, id: string): string => `mouding.opened.${person}.${id}`;

/**
 * What I saw last: the version on which I acted, as the record says; otherwise what this machine remembers that I opened,
 * which no record does; otherwise the version before.
 */
export function useSince({ plural, id, trail, text }: Looked): Since {
  const { me } = usePresent();
  const name = nameOf(me.person, id);
  const [opened] = useState(() => localStorage.getItem(name));
  const { current, texts } = trail;
  useEffect(() => {
    if (current !== null) localStorage.setItem(name, current);
  }, [name, current]);
  const { basis, from } = lastOf(trail, opened);
  const before = useQuery(textQuery(plural, id, from));
  const pair = { from: from ?? '', to: current ?? '', before: before.data, after: text };
  const { data: compared } = useQuery(comparedQuery(pair));
  return { basis, from, label: texts.findLast(({ ref }) => ref.hash === from)?.label ?? '', compared };
}

/** @param opened what this machine remembers */
function lastOf(
  { current, lastSeen, previous, texts }: Trail,
  opened: string | null,
): Pick<Since, 'basis' | 'from'> {
  if (lastSeen !== null) return { basis: 'acted', from: lastSeen };
  const isHere = opened !== current && texts.some(({ ref }) => ref.hash === opened);
  if (isHere) return { basis: 'opened', from: opened };
  return { basis: previous === null ? null : 'previous', from: previous };
}
