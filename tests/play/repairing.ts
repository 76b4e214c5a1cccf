import { Me } from '@mouding/contract';
import { addDays, dayOf } from '@mouding/core';
import type { Plan } from './plan.ts';
import { overview, read } from './stage.ts';

/** 更正环节时限 of the stage that stands open: proposed by the office, and not confirmed yet. */
export async function proposeRepair({ stage, caseId }: Plan, of: string): Promise<string> {
  const { now } = Me.parse(await read(stage, 'office', '/v1/me'));
  const due = (await overview(stage, caseId)).stages.find(({ id }) => id === of)?.due ?? null;
  const from = due === null ? null : dayOf(new Date(Date.parse(due) - 1).toISOString());
  const what = { repair: 'date', stage: of, from, to: addDays(dayOf(now), 40) };
  const reason = `时限登记有误${stage.words('repair/reason')}`;
  const { made } = await stage.give('office', 'repair.propose', '', { case: caseId, what, reason });
  return made ?? '';
}

/** 编辑性修改 of the text of an issue, confirmed by the director; then the decided text is restored. */
export async function editAndRestore({ stage }: Plan, issue: string, base: unknown): Promise<void> {
  const edits = [{ quote: '方案', replacement: '预案', reason: `统一用语${stage.words('issue/edit')}` }];
  await stage.give('office', 'issue.edit', issue, { base, edits });
  await stage.give('director', 'issue.confirm-editorial', issue, { agree: true });
  const reason = `仍按审议稿印发${stage.words('issue/restore')}`;
  await stage.give('office', 'issue.restore', issue, { reason });
}
