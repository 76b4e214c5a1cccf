import type { Me, Organisation } from '../../api/generated/types.gen.ts';
import type { Resource } from '../../api/resource.ts';

/** A leader whose act may be entered. */
export interface Leader {
  readonly post: string;
  readonly title: string;
}

const OFFICE: readonly string[] = ['office', 'office-director'];

interface Asking {
  readonly me: Pick<Me, 'capacities'>;
  readonly org: Pick<Organisation, 'posts' | 'aides'>;
  /** The verb by which it is entered, and what the thing says of who may. */
  readonly verb: string;
  readonly may: Resource['may'];
}

/** Whose acts I may enter: the office every leader's, a registered secretary those of the leaders served. Pure. */
export function leadersFor({ me, org, verb, may }: Asking): readonly Leader[] {
  const posts = may.find(({ command, allowed }) => command === verb && allowed)?.posts ?? [];
  const isOffice = me.capacities.some(({ post, as }) => posts.includes(post) && OFFICE.includes(as));
  if (isOffice)
    return org.posts.filter(({ as }) => as === 'leader').map(({ id, title }) => ({ post: id, title }));
  const served = org.aides.filter(({ post, status }) => status === 'standing' && posts.includes(post));
  return served.map(({ leader, leaderTitle }) => ({ post: leader, title: leaderTitle }));
}
