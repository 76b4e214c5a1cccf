import { Me } from '@mouding/contract';
import { dayOf } from '@mouding/core';
import { SITTINGS } from './scheme-procedures.ts';
import { keep, postOf, read, type Stage } from './stage.ts';

const HOUR = 3_600_000;

const nowOf = async (stage: Stage): Promise<string> => Me.parse(await read(stage, 'secretary', '/v1/me')).now;

/** What a test looks at afterwards: the first sitting, which was adjourned. */
export interface Sat {
  readonly sitting: string;
  /** The sitting that the item was carried over to. */
  readonly next: string;
  /** Of the item, an id. */
  readonly caseId: string;
}

/**
 * 会次: two members come and go, one of them is entered long afterwards with two keys; the item is not decided and is carried
 * over; at the next sitting nobody is left to decide, and the organ above answers.
 */
export async function sitTogether(stage: Stage): Promise<Sat> {
  const sitting = await call(stage);
  const { meeting, caseId } = await item(stage, sitting);
  await comeAndGo(stage, sitting);
  await stage.give('secretary', 'sitting.open', sitting);
  const words = { no: 1, words: `同意${stage.words('sitting/words')}` };
  await stage.give('secretary', 'sitting.note-item', sitting, words);
  await interests(stage, meeting);
  await stage.give('secretary', 'sitting.take-up', sitting, { no: 2 });
  await stage.give('secretary', 'sitting.adjourn', sitting, {
    reason: `散会${stage.words('sitting/adjourn')}`,
  });
  const next = await call(stage);
  const place = { sitting: { id: next.slice('sitting/'.length) } };
  await stage.give('secretary', 'meeting.carry-over', meeting, place);
  await refer(stage, meeting);
  return { sitting, next, caseId };
}

async function call(stage: Stage): Promise<string> {
  const body = {
    body: 'deans',
    at: await nowOf(stage),
    place: `会议室${stage.words('sitting/place')}`,
    titles: [`人事事项${stage.words('sitting/title')}`],
  };
  return (await stage.give('secretary', 'sitting.call', '', body)).made ?? '';
}

async function item(stage: Stage, sitting: string): Promise<{ meeting: string; caseId: string }> {
  await stage.give('office', 'procedure.publish', '', { definition: SITTINGS, document: null });
  const scheme = await keep(stage, 'office', '会次审议方案');
  const opening = { title: '方案审议', procedure: SITTINGS.id, scheme, authority: null };
  const { made } = await stage.give('office', 'case.open', '', opening);
  const id = sitting.slice('sitting/'.length);
  const { at, place } = (await read(stage, 'secretary', `/v1/sittings/${id}`).then(dataOf)) as {
    readonly at: string;
    readonly place: string;
  };
  const caseId = (made ?? '').slice('case/'.length);
  const body = { case: caseId, stage: 'deans', at, place, sitting: { id } };
  return { meeting: (await stage.give('secretary', 'meeting.call', '', body)).made ?? '', caseId };
}

const dataOf = (resource: unknown): unknown => (resource as { readonly data: unknown }).data;

async function comeAndGo(stage: Stage, sitting: string): Promise<void> {
  const post = await postOf(stage, 'lead');
  await stage.give('leader', 'sitting.arrive', sitting, {});
  await stage.give('lead', 'sitting.arrive', sitting, {});
  await stage.give('lead', 'sitting.leave', sitting, {});
  await stage.give('secretary', 'sitting.arrive', sitting, { post });
  const at = new Date(Date.parse(await nowOf(stage)) - HOUR).toISOString();
  await stage.give('secretary', 'sitting.record-attendance', sitting, { post, what: 'coming', at });
  await stage.give('leader', 'sitting.confirm-attendance', sitting, { claim: 1, agree: true });
}

async function interests(stage: Stage, meeting: string): Promise<void> {
  const post = await postOf(stage, 'lead');
  const reason = `亲属参与${stage.words('recusal')}`;
  await stage.give('office', 'meeting.name-interest', meeting, { post, reason });
  await stage.give('lead', 'meeting.recuse', meeting, { reason });
  await stage.give('lead', 'meeting.withdraw-recusal', meeting, { reason: '经核实无利害关系' });
}

async function refer(stage: Stage, meeting: string): Promise<void> {
  const now = await nowOf(stage);
  const elsewhere = { happened: dayOf(now), medium: 'paper', book: '会议记录簿第7页' };
  for (const who of ['leader', 'lead'] as const) {
    const post = await postOf(stage, who);
    const body = { post, reason: `回避${stage.words('recorded-recusal')}`, elsewhere };
    await stage.give('secretary', 'meeting.record-recusal', meeting, body);
  }
  await stage.give('secretary', 'meeting.refer', meeting, { reason: `人数不足${stage.words('referral')}` });
  const organ = `上级党委${stage.words('upper')}`;
  await stage.give('office', 'meeting.record-answer', meeting, { outcome: 'passed', organ, elsewhere });
}
