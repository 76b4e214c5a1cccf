import { Me, Resource } from '@mouding/contract';
import { addDays, dayOf } from '@mouding/core';
import { until } from 'mouding/until';
import type { Who } from './institutions.ts';
import type { Plan } from './plan.ts';
import { MANDATED } from './procedures.ts';
import { bring, keep, postOf, read, streamsIn, type Stage } from './stage.ts';

/** What a test looks at afterwards. */
export interface Mandated {
  /** Carried out by 护理部, under 副院长（医疗）. */
  readonly mandate: string;
  /** Given to 护理部. */
  readonly duty: string;
}

const PLAN = '第一章 总则\n床位达到31张。\n认真贯彻落实。\n';

/**
 * 授权修改 in every way that it may go, each after a meeting in a room that agrees in principle: put before the body
 * again, ended, approved here, approved on paper; and what the meetings gave to do, done, put off, taken back or overdue.
 */
export async function underMandates(stage: Stage): Promise<Mandated> {
  const plan = await takenOver(stage);
  const first = await agreed(plan, { overdue: true });
  await sentBackAndReferred(stage, first.mandate);
  const duty = await everyDuty(plan, first);
  const second = await agreed(plan);
  await stage.give('leader', 'mandate.end', second.mandate, {
    reason: `不再修改${stage.words('mandate/end')}`,
  });
  const third = await agreed(plan);
  const text = await drafted(stage, third.mandate, ['认真', '切实']);
  await stage.give('lead', 'mandate.approve', third.mandate, { text });
  await onPaper(plan, await agreed(plan));
  return { mandate: first.mandate, duty };
}

const nowOf = async (stage: Stage): Promise<string> => Me.parse(await read(stage, 'office', '/v1/me')).now;

async function takenOver(stage: Stage): Promise<Plan> {
  await stage.give('office', 'procedure.publish', '', { definition: MANDATED, document: null });
  const on = dayOf(await nowOf(stage));
  const manuscript = await keep(stage, 'office', PLAN);
  const { made } = await stage.give('office', 'case.join', '', {
    title: '授权修改演练',
    procedure: MANDATED.id,
    scheme: await keep(stage, 'office', '授权修改方案'),
    stage: 'deans',
    manuscript,
    earlier: [
      { stage: 'material', outcome: 'collected', on, number: '收文登记', scan: null, words: '全部报送' },
      { stage: 'draft', outcome: 'compiled', on, text: manuscript },
    ],
  });
  await stage.give('director', 'case.confirm-joining', made ?? '');
  return { stage, caseId: (made ?? '').slice('case/'.length) };
}

interface Agreed {
  readonly meeting: string;
  readonly mandate: string;
}

async function departmentOf(stage: Stage, head: Who): Promise<string> {
  const { capacities } = Me.parse(await read(stage, head, '/v1/me'));
  return capacities.find(({ as }) => as === 'department-head')?.department?.id ?? '';
}

/** 原则同意, held in a room. Overdue: what it asks for was to be done a month ago. */
async function agreed({ stage, caseId }: Plan, { overdue = false } = {}): Promise<Agreed> {
  const at = await nowOf(stage);
  const [chair, member] = [await postOf(stage, 'leader'), await postOf(stage, 'lead')];
  const owner = { department: await departmentOf(stage, 'support') };
  const due = addDays(dayOf(at), overdue ? -30 : 30);
  const { stages } = (await read(stage, 'office', `/v1/cases/${caseId}`)) as {
    readonly stages: readonly { readonly id: string; readonly state: string }[];
  };
  if (!stages.some(({ id, state }) => id === 'deans' && state === 'open'))
    throw new Error('not before the body');
  const asked = overdue
    ? {
        conditions: [{ wording: '补充测算', owner, due }],
        duties: ['督办一', '督办二', '督办三'].map((wording) => ({
          wording: `${wording}${stage.words('duty')}`,
          owner,
          due,
        })),
      }
    : {};
  const points = [{ words: `文字精炼${stage.words('mandate/point')}` }];
  const mandate = { points, drafter: owner, approver: member, due: addDays(dayOf(at), 30) };
  const body = {
    case: caseId,
    stage: 'deans',
    at,
    place: '三楼会议室',
    called: dayOf(at),
    chair,
    text: await textOf({ stage, caseId }),
    present: [chair, member],
    votes: [{ post: member, vote: 'yes' }],
    outcome: 'in-principle',
    mandate,
    ...asked,
    minutes: null,
    elsewhere: { happened: dayOf(at), medium: 'meeting', book: '会议记录簿第1页' },
  };
  const meeting = (await stage.give('secretary', 'meeting.record', '', body)).made ?? '';
  const { data } = Resource.parse(await read(stage, 'secretary', `/v1/meetings/${meeting.split('/')[1]}`));
  return { meeting, mandate: String(data['mandate']) };
}

const textOf = async ({ stage, caseId }: Plan): Promise<unknown> => {
  const { texts } = (await read(stage, 'office', `/v1/cases/${caseId}`)) as {
    readonly texts: { readonly manuscript: unknown };
  };
  return texts.manuscript;
};

const editing = ([quote, replacement]: readonly [string, string], point: number | null) => ({
  quote,
  replacement,
  point,
  cites: null,
  reason: '按会议纪要修改',
});

/** 护理部 drafts one change under the first point; answers the text that it leads to. */
async function drafted(stage: Stage, mandate: string, edit: readonly [string, string]): Promise<unknown> {
  const path = `/v1/mandates/${mandate.split('/')[1]}`;
  const { data } = Resource.parse(await read(stage, 'support', path));
  const body = { base: data['text'], label: '修改稿', edits: [editing(edit, 1)] };
  await stage.give('support', 'mandate.draft', mandate, body);
  const after = Resource.parse(await read(stage, 'lead', path));
  return (after.data['draft'] as { readonly to: unknown }).to;
}

async function sentBackAndReferred(stage: Stage, mandate: string): Promise<void> {
  await drafted(stage, mandate, ['31张', '36张']);
  await stage.give('lead', 'mandate.return', mandate, { reason: `请核对${stage.words('mandate/return')}` });
  await drafted(stage, mandate, ['31张', '36张']);
  await stage.give('office', 'mandate.refer', mandate, { reason: `超出授权${stage.words('mandate/refer')}` });
}

async function onPaper(plan: Plan, { mandate }: Agreed): Promise<void> {
  const { stage } = plan;
  await stage.give('secretary', 'mandate.record-approval', mandate, {
    base: await textOf(plan),
    label: '修改稿',
    edits: [editing(['贯彻落实', '组织实施'], 1)],
    elsewhere: { happened: dayOf(await nowOf(stage)), medium: 'paper', book: '签字的修改对照表' },
  });
}

const shownOf = (stage: Stage, stream: string, plural: string) =>
  until(`${stream} to be shown to whoever presided`, async () => {
    const { data } = Resource.parse(await read(stage, 'leader', `/v1/${plural}/${stream.split('/')[1]}`));
    return data['escalation'] === 'shown' || undefined;
  });

/** Answers the duty that 护理部 has done. */
async function everyDuty({ stage, caseId }: Plan, { meeting }: Agreed): Promise<string> {
  const of = { stage: 'deans', kind: 'duty' };
  const [first = '', second = '', third = ''] = await streamsIn(stage, caseId, of);
  const [condition = ''] = await streamsIn(stage, caseId, { ...of, kind: 'condition' });
  await shownOf(stage, first, 'duties');
  await stage.give('leader', 'duty.see-escalation', first);
  await shownOf(stage, condition, 'conditions');
  await stage.give('leader', 'condition.see-escalation', condition);
  const evidence = await bring(stage, 'support', '佐证材料', '佐证.pdf');
  await stage.give('support', 'duty.report', first, { report: `已办结${stage.words('duty/report')}` });
  await stage.give('secretary', 'duty.verify', first, { agree: true });
  const later = { until: addDays(dayOf(await nowOf(stage)), 20), reason: '待上级文件' };
  await stage.give('director', 'duty.extend', second, later);
  await stage.give('support', 'duty.report', second, { report: '见附件', evidence });
  await stage.give('leader', 'duty.cancel', third, { reason: '并入其他工作' });
  const given = await stage.give('secretary', 'duty.give', '', {
    meeting: meeting.slice('meeting/'.length),
    wording: '修订配套制度',
    owner: { department: await departmentOf(stage, 'support') },
    due: later.until,
  });
  await stage.give('office', 'duty.record', given.made ?? '', {
    step: 'report',
    post: await postOf(stage, 'support'),
    words: '见督办单',
    elsewhere: { happened: dayOf(await nowOf(stage)), medium: 'paper', book: '督办单' },
  });
  return first;
}
