import type { Fact } from '../stream.ts';
import { refOf } from './given.ts';
import { CASE, LEAD, MEDICAL } from './plan-case.ts';

/** A chapter of the plan that was handed in and signed off; `null` is one that nobody has handed in. */
export function signedChapter(no: number, content: string | null): readonly Fact[] {
  const data = {
    case: CASE,
    stage: 'write',
    no,
    title: `第${no}章`,
    lead: LEAD,
    owners: [MEDICAL],
    writer: MEDICAL,
    support: [],
    due: null,
  };
  const assigned = { type: 'ChapterAssigned', data };
  if (content === null) return [assigned];
  const text = refOf(content);
  return [
    assigned,
    { type: 'ChapterSubmitted', data: { text, received: '2026-01-10T02:00:00.000Z', late: false } },
    { type: 'ChapterSignedOff', data: { text } },
  ];
}
