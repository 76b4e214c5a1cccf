import type { Capacity } from '../capacity.ts';
import { Elsewhere } from '../elsewhere.ts';
import { recordStep, RecordStep } from '../stages/issue/record-step.ts';
import { OFFICE, type Story } from './council.ts';
import { ISSUE, NUMBER, ON, TEXT } from './issue-case.ts';

export const elsewhere = (happened = ON) =>
  Elsewhere.parse({ happened, medium: 'paper', book: '发文稿纸第3页' });
export const step = (what: string, by: Capacity, more: object = {}, happened = ON) =>
  [
    ISSUE,
    RecordStep.parse({ step: what, elsewhere: elsewhere(happened), post: by.post, text: TEXT, ...more }),
  ] as const;
export const recorded = (story: Story, ...args: Parameters<typeof step>) =>
  story.when(OFFICE, recordStep, step(...args));
export const after = (story: Story, ...args: Parameters<typeof step>) =>
  story.does(OFFICE, recordStep, step(...args));
export const NUMBERING = { number: NUMBER };
export const PUBLISHING = { on: ON };
export const rules = ({ decision }: ReturnType<typeof recorded>) =>
  'refusal' in decision ? decision.refusal.rule : (decision.notices ?? []).map(({ rule }) => rule);
