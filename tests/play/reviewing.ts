import { Me } from '@mouding/contract';
import { dayOf } from '@mouding/core';
import { REVIEW } from './scheme-procedures.ts';
import { bring, keep, read, streamIn, type Stage } from './stage.ts';

/** A scheme that waits for its experts. */
export async function toBeReviewed(stage: Stage): Promise<string> {
  await stage.give('office', 'procedure.publish', '', { definition: REVIEW, document: null });
  const scheme = await keep(stage, 'office', '待论证的方案');
  const body = { title: '方案论证', procedure: REVIEW.id, scheme, authority: null };
  const { made } = await stage.give('office', 'case.open', '', body);
  const caseId = (made ?? '').slice('case/'.length);
  return streamIn(stage, caseId, { stage: 'review', kind: 'review' });
}

/** 专家论证: a leader says what they think here, an expert's signed paper is recorded, and the review ends. */
export async function reviewed(stage: Stage): Promise<void> {
  const review = await toBeReviewed(stage);
  await stage.give('leader', 'review.give-opinion', review, { verdict: 'agree-with-changes', words: '可行' });
  const { now } = Me.parse(await read(stage, 'office', '/v1/me'));
  const original = await bring(stage, 'office', '专家署名意见', '专家意见.pdf');
  await stage.give('office', 'review.record-opinion', review, {
    reviewer: { name: '某大学教授' },
    verdict: 'agree',
    words: `同意${stage.words('review')}`,
    original,
    elsewhere: { happened: dayOf(now), medium: 'paper', scan: original },
  });
  await stage.give('office', 'review.close', review, { outcome: 'reviewed' });
}
