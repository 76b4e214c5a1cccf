import type { Words } from '../words.ts';
import { askAuthority } from '../rehearse/plays/authority.ts';
import { congress } from '../rehearse/plays/congress.ts';
import { consultRest, givenOpinions } from '../rehearse/plays/consult-rest.ts';
import { takeNote } from '../rehearse/plays/consultation.ts';
import { fillIndicatorsRest } from '../rehearse/plays/indicators.ts';
import { issue } from '../rehearse/plays/issue.ts';
import { meet } from '../rehearse/plays/meetings.ts';
import { revise } from '../rehearse/plays/revision.ts';
import type { Story } from '../rehearse/story.ts';

/** One step of 把余下的走完. */
export interface RestStep {
  /** The stages that it ends; it is left out once they are closed. */
  readonly ends: readonly string[];
  readonly said: Words;
  play(story: Story): Promise<void>;
}

/** From the middle of 征求意见 to the last 签收. */
export const REST_STEPS: readonly RestStep[] = [
  {
    ends: ['consultation'],
    said: {
      zh: '其余科室反馈意见，规划办提出采纳建议',
      en: 'the other departments reply, the office proposes',
    },
    play: consultRest,
  },
  {
    ends: ['group-discussion'],
    said: { zh: '指标填报核定，领导小组讨论', en: 'indicators are settled, the leading group discusses' },
    play: async (story) => {
      await fillIndicatorsRest(story);
      await meet(story, 'group-discussion');
    },
  },
  {
    ends: ['revision'],
    said: { zh: '意见提出人知悉，修改完善', en: 'the answers are noted, the text is revised' },
    play: async (story) => {
      const opinions = await givenOpinions(story);
      await takeNote(story, opinions);
      await revise(story, opinions);
    },
  },
  {
    ends: ['dean-meeting'],
    said: {
      zh: '院长办公会（一次不足法定人数，重新召开）',
      en: "the dean's meeting, once without its quorum",
    },
    play: (story) => meet(story, 'dean-meeting'),
  },
  {
    ends: ['party-committee'],
    said: { zh: '党委会研究决定', en: 'the Party committee decides' },
    play: (story) => meet(story, 'party-committee'),
  },
  {
    ends: ['congress'],
    said: { zh: '职代会无记名投票', en: 'the staff congress votes by secret ballot' },
    play: congress,
  },
  {
    ends: ['authority'],
    said: {
      zh: '报市卫健委：补材料、退回、补正、同意',
      en: 'the authority: a paper lacks, returned with points, amended, approved',
    },
    play: askAuthority,
  },
  {
    ends: ['issue'],
    said: { zh: '签发、用印、印发，各科室签收', en: 'signed, sealed, issued; every department signs for it' },
    play: (story) =>
      issue(story, {
        stage: 'issue',
        subject: 'manuscript',
        on: story.calendar.issue,
        seq: 12,
        signedBy: '党委书记',
      }),
  },
];
