import { TreeLogView } from '@mouding/contract';
import { raiseAlarm, type Means } from '@mouding/shell';
import { read, type Stage } from './stage.ts';

const ROOT = `${'A'.repeat(43)}=`;

/** The administrator proposes that another log goes on, and the security administrator confirms it. */
export async function declareRestart(stage: Stage): Promise<void> {
  const { hospital } = stage.company.houses;
  const org = `org/${hospital}`;
  await stage.give('admin', 'org.propose-log-restart', org, {
    origin: `hospital.example/log/${hospital}`,
    signed: { size: 10, root: ROOT },
    kept: { size: 7, root: ROOT },
    reason: '演练：备份止于前一日',
  });
  const { restarts } = TreeLogView.parse(await read(stage, 'guard', '/v1/org/log'));
  const waiting = restarts.find(({ status }) => status === 'waiting');
  await stage.give('guard', 'org.confirm-log-restart', org, { restart: waiting?.restart, agree: true });
}

/** An alarm of the checkpoints, of which both administrators take note, until they come out again. */
export async function alarmed(stage: Stage, means: Means): Promise<void> {
  const { hospital } = stage.company.houses;
  const org = `org/${hospital}`;
  await raiseAlarm(means, hospital, {
    trouble: 'forked',
    zh: '记录被改写。',
    en: 'The record was rewritten.',
  });
  for (const who of ['admin', 'guard'] as const) await stage.give(who, 'org.see-log-trouble', org, {});
  await raiseAlarm(means, hospital, null);
}
