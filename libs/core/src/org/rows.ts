import type { ObligationRow, Rows } from '../rows.ts';
import type { Aide } from './aide.ts';
import type { AuditLetter } from './audit-letter.ts';
import type { Delegation } from './delegation.ts';
import type { Planned } from './dated.ts';
import type { OrgState } from './org.ts';
import type { LogRestart, LogTroubleNow } from './tree-log.ts';

/** What the organisation itself owes: a second person's word, and a look at what was done in somebody's name. */
export const orgRows = (_: string, { context }: OrgState): Rows => ({
  item: null,
  obligations: [
    ...context.planned.filter(({ waits }) => waits === 'second-person').map(confirmation),
    ...context.letters.filter(({ status }) => status === 'waiting').map(approval),
    ...context.aides.filter(({ status }) => status === 'waiting').map(serving),
    ...context.treeLog.restarts.filter(({ status }) => status === 'waiting').map(restart),
    ...(context.treeLog.trouble ? alarms(context.treeLog.trouble) : []),
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

/** 院领导 approve what was entered; nobody waits beyond the term. */
const approval = ({ letter, until }: AuditLetter): ObligationRow => ({
  name: `audit:${letter}`,
  holder: 'leader',
  verb: 'org.approve-audit-access',
  case: null,
  due: until,
});

/** The leader says whether the post is to enter what was signed on paper. */
const serving = ({ aide, leader }: Aide): ObligationRow => ({
  name: `aide:${aide}`,
  holder: `post:${leader}`,
  verb: 'org.confirm-aide',
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

/** The second key; whoever among those who may confirm comes first settles it. */
const restart = ({ restart: id }: LogRestart): ObligationRow => ({
  name: `log-restart:${id}`,
  holder: 'security-administrator',
  verb: 'org.confirm-log-restart',
  case: null,
  due: null,
});

/** 系统管理员 and 安全管理员 each take note of an alarm. */
const alarms = ({ seen }: LogTroubleNow): readonly ObligationRow[] =>
  ['administrator', 'security-administrator']
    .filter((holder) => !seen.includes(holder))
    .map((holder) => ({
      name: `log-trouble:${holder}`,
      holder,
      verb: 'org.see-log-trouble',
      case: null,
      due: null,
    }));
