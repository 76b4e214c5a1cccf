import { dayOf } from '@mouding/core';
import { Me } from '@mouding/contract';
import type { Who } from './institutions.ts';
import type { Plan } from './plan.ts';
import { keep, postOf, read } from './stage.ts';

/**
 * 议题申报 for 院长办公会: 护理部 asks, changes the text as the leader in charge wants, and the chair approves; the papers
 * are sent and read. Of two more sheets one is taken back and one declined. Answers the first.
 */
export async function tableItem(plan: Plan): Promise<string> {
  const { stage } = plan;
  const sheet = await ask(plan, 'support', `初稿${stage.words('tabling/first')}`);
  const words = `请补充测算${stage.words('tabling/words')}`;
  await stage.give('lead', 'tabling.back', sheet, { agree: false, words });
  const text = await keep(stage, 'support', '审议方案');
  await stage.give('support', 'tabling.revise', sheet, { text, words: '已补充' });
  await stage.give('lead', 'tabling.back', sheet, { agree: true });
  await stage.give('leader', 'tabling.approve', sheet, { words: '同意上会' });
  await stage.give('office', 'tabling.note-consensus', sheet, { agreed: true });
  await stage.give('secretary', 'tabling.circulate', sheet);
  await stage.give('lead', 'tabling.read', sheet, { text });
  const happened = dayOf(Me.parse(await read(stage, 'office', '/v1/me')).now);
  const elsewhere = { happened, medium: 'paper', book: '材料签收簿第1页' };
  const signed = { read: [await postOf(stage, 'leader')], elsewhere };
  await stage.give('secretary', 'tabling.record', sheet, signed);
  await endOthers(plan);
  return sheet;
}

async function ask({ stage, caseId }: Plan, who: Who, content: string): Promise<string> {
  const body = {
    case: caseId,
    stage: 'deans',
    title: `方案审议${stage.words('tabling/title')}`,
    text: await keep(stage, who, content),
    sponsor: await postOf(stage, 'lead'),
    words: `申报理由${stage.words('tabling/reason')}`,
  };
  return (await stage.give(who, 'tabling.ask', '', body)).made ?? '';
}

async function endOthers(plan: Plan): Promise<void> {
  const { stage } = plan;
  const back = await ask(plan, 'office', '另一方案');
  await stage.give('office', 'tabling.withdraw', back, { reason: '暂不上会' });
  const declined = await ask(plan, 'office', '再一方案');
  await stage.give('leader', 'tabling.decline', declined, { reason: '不属本会议题' });
}
