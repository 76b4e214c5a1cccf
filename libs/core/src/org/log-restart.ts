import { z } from 'zod';
import { record, refuse, type Command, type Given, type Recorded } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { nextOrigin, type LogRestart, type TreeLogFact } from './tree-log.ts';

const SignedHead = z.strictObject({
  size: z.int().min(0).meta({ description: '条数 · entries' }),
  root: z.base64().length(44).meta({ description: '根散列值（base64） · the root over them' }),
});

export const ProposeLogRestart = z
  .strictObject({
    origin: z
      .string()
      .regex(/^[^\s+]{1,200}$/)
      .meta({ description: '停用的记录树名称 · the name of the log that ends' }),
    signed: SignedHead.meta({ description: '最后签署的检查点 · what was signed of it last' }),
    kept: SignedHead.meta({ description: '现存的记录树 · what is still here of it' }),
    reason: z.string().trim().min(1).max(500).meta({ description: '原因（永久留存） · why; kept for ever' }),
  })
  .meta({
    id: 'ProposeLogRestart',
    description: '提出另起记录树，待第二人确认 · proposes that another log goes on in the place of one',
  });

const onOrg = {
  on: 'org',
  concurrent: true,
  needs: (_: unknown, id: string) => [{ write: streamName('org', id) }],
} as const;

/**
 * 提出另起记录树, where data or the record of the signer are lost for good: it says what had been signed and what is
 * left, and does nothing until another person has confirmed it.
 *
 * @source GB/T 22239-2019 8.1.4.3（审计记录的保护）、8.1.10.9（恢复）
 */
export const proposeLogRestart: Command<'org', z.infer<typeof ProposeLogRestart>> = {
  ...onOrg,
  verb: 'org.propose-log-restart',
  decide(given, _, body) {
    const waiting = given.org.context.treeLog.restarts.find(({ status }) => status === 'waiting');
    if (waiting) return refuse(oneAtATime(waiting));
    if (!body.origin.includes(`/log/${given.institution}`)) return refuse(strange(body.origin));
    const { person, post } = given.actor;
    const data = {
      ...body,
      next: nextOrigin(body.origin),
      restart: given.id('log-restart'),
      by: person ?? '',
      post,
    };
    return { facts: [factOf(given, { type: 'LogRestartProposed', data })] };
  },
};

export const ConfirmLogRestart = z
  .strictObject({
    restart: z.uuid().meta({ description: '待确认的声明编号 · the declaration that waits' }),
    agree: z.boolean().meta({ description: '确认，或者退回 · confirms it, or sends it back' }),
  })
  .meta({
    id: 'ConfirmLogRestart',
    description: '确认另起记录树 · another person confirms that another log goes on',
  });

/** 确认另起记录树, by another person in another post than whoever proposed it. */
export const confirmLogRestart: Command<'org', z.infer<typeof ConfirmLogRestart>> = {
  ...onOrg,
  verb: 'org.confirm-log-restart',
  decide(given, _, { restart, agree }) {
    const found = given.org.context.treeLog.restarts.find((each) => each.restart === restart);
    const { person, post } = given.actor;
    if (found?.status !== 'waiting') return refuse(noneWaits(restart, found));
    const judged = { restart, by: person ?? '', post };
    if (!agree) return { facts: [factOf(given, { type: 'LogRestartDeclined', data: judged })] };
    if (found.by === person || found.post === post) return refuse(notSecond(found));
    const { origin, next, signed, kept, reason } = found;
    return {
      facts: [
        factOf(given, {
          type: 'LogRestarted',
          data: { ...judged, origin, next, signed, kept, reason },
        }),
      ],
    };
  },
};

const factOf = ({ institution }: Given, fact: TreeLogFact): Recorded =>
  record(streamName('org', institution), fact);

const oneAtATime = ({ restart, origin }: LogRestart): Refusal =>
  notNow(
    'log.restart-waits',
    '已有一项另起记录树待确认',
    'Another log was proposed already and waits to be confirmed',
    { restart, origin },
    { zh: '请先确认或者退回该项', en: 'Confirm that one, or send it back, first' },
  );

const strange = (origin: string): Refusal =>
  notNow(
    'log.origin',
    '该记录树不是本单位的',
    'This log is not one of the institution',
    { origin },
    {
      zh: '名称见 npx mouding log recover 所列内容，或“记录树与检查点”',
      en: 'npx mouding log recover prints its name, and so does the page of the log',
    },
  );

const noneWaits = (restart: string, found: LogRestart | undefined): Refusal =>
  notNow('log.restart', '没有待确认的另起记录树', 'No other log waits to be confirmed', {
    restart,
    status: found?.status ?? 'absent',
  });

const notSecond = ({ restart }: LogRestart): Refusal =>
  against(
    'log.second-person',
    '另起记录树须由提出人以外的人，以另一岗位确认',
    'Another person than whoever proposed it confirms it, in another post',
    { restart },
    {
      zh: '请安全管理员、规划办主任或者院领导确认',
      en: 'Ask the security administrator, the director of the office or a leader',
    },
  );
