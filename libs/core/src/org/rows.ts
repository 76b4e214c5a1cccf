import type { ObligationRow, Rows } from '../rows.ts';
import type { Delegation } from './delegation.ts';
import type { Planned } from './dated.ts';
import type { OrgState } from './org.ts';

/** What the organisation itself owes: a second person's word, and a look at what was done in somebody's name. */
export const orgRows = (_: string, { context }: OrgState): Rows => ({
  item: null,
  obligations: [
    ...context.planned.filter(({ waits }) => waits === 'second-person').map(confirmation),
    ...[...context.delegations, ...context.ended]
      .filter(({ delegator, unseen }) => unseen.length > 0 && holdsAny(context, delegator))
      .map(look),
  ],
});

/** Whoever has left every post looks at nothing any more; it waits until the person holds one again. */
const holdsAny = ({ posts }: OrgState['context'], person: string): boolean =>
  posts.some(({ holder }) => holder?.person === person);

const confirmation = ({ act, checker }: Planned): ObligationRow => ({
  name: `confirm:${act}`,
  holder: checker === null ? 'office-director' : `post:${checker}`,
  verb: 'org.confirm-dated',
  case: null,
  due: null,
});

const look = ({ delegation, delegator }: Delegation): ObligationRow => ({
  name: `delegated:${delegation}`,
  holder: `person:${delegator}`,
  verb: 'org.see-delegated-acts',
  case: null,
  due: null,
});
