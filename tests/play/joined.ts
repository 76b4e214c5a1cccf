import { CheckupReport, Me } from '@mouding/contract';
import { dayOf } from '@mouding/core';
import type { Plan } from './plan.ts';
import { REVISED, TAKEN_OVER } from './procedures.ts';
import { bring, keep, read, streamIn, type Stage } from './stage.ts';

/** 中途接入: material and draft were made on paper; the case is taken over at its committee, and the director confirms. */
export async function takeOver(stage: Stage): Promise<Plan> {
  await stage.give('office', 'procedure.publish', '', { definition: TAKEN_OVER, document: null });
  const on = dayOf(Me.parse(await read(stage, 'office', '/v1/me')).now);
  const manuscript = await keep(stage, 'office', `送审稿${stage.words('joined/plan')}`);
  const material = {
    stage: 'material',
    outcome: 'collected',
    on,
    number: `收文登记${stage.words('joined/number')}`,
    scan: await bring(stage, 'office', `收文登记扫描件${stage.words('joined/scan')}`),
    words: `全部报送${stage.words('joined/words')}`,
  };
  const { made } = await stage.give('office', 'case.join', '', {
    title: `接入规划${stage.words('joined/title')}`,
    procedure: TAKEN_OVER.id,
    scheme: await keep(stage, 'office', `接入方案${stage.words('joined/scheme')}`),
    stage: 'committee',
    manuscript,
    earlier: [material, { stage: 'draft', outcome: 'compiled', on, text: manuscript }],
  });
  await stage.give('director', 'case.confirm-joining', made ?? '');
  return { stage, caseId: (made ?? '').slice('case/'.length) };
}

/** A text that came from paper, with a fault, while the office changes it: the manuscript. */
export async function takeText(stage: Stage): Promise<string> {
  await stage.give('office', 'procedure.publish', '', { definition: REVISED, document: null });
  const on = dayOf(Me.parse(await read(stage, 'office', '/v1/me')).now);
  const manuscript = await keep(
    stage,
    'office',
    `一、总体目标${stage.words('converted/plan')}\n完善工作台帐。\n`,
  );
  const { made } = await stage.give('office', 'case.join', '', {
    title: `接入修改${stage.words('converted/title')}`,
    procedure: REVISED.id,
    scheme: await keep(stage, 'office', `接入方案${stage.words('converted/scheme')}`),
    stage: 'revision',
    manuscript,
    earlier: [{ stage: 'draft', outcome: 'compiled', on, text: manuscript }],
  });
  await stage.give('director', 'case.confirm-joining', made ?? '');
  const caseId = (made ?? '').slice('case/'.length);
  return streamIn(stage, caseId, { stage: 'revision', kind: 'manuscript' });
}

/** The fault is let stand, and then it is not; the text becomes clauses. */
export async function convertTaken(stage: Stage): Promise<void> {
  const text = await takeText(stage);
  await letStand(stage, text);
  await stage.give('office', 'manuscript.convert', text);
}

/** What the checkup finds is let stand, and then it is not. */
export async function letStand(stage: Stage, manuscript: string): Promise<void> {
  const id = manuscript.slice('manuscript/'.length);
  const { items } = CheckupReport.parse(await read(stage, 'office', `/v1/manuscripts/${id}/checkup`));
  const findings = items
    .filter(({ quote }) => quote === '台帐')
    .map(({ rule, node, quote }) => ({ rule, node, quote }));
  const reason = stage.words('finding-reason');
  await stage.give('director', 'manuscript.waive-finding', manuscript, { findings, reason });
  await stage.give('director', 'manuscript.withdraw-waiver', manuscript, { findings });
}
