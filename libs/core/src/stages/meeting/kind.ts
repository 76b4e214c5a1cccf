import type { StageKind } from '../stage-kind.ts';
import { meetingParams, type MeetingParams } from './params.ts';

/**
 * 会议审议: a body decides on the text, and the case goes where its outcome leads. It is left by its
 * own meetings alone: a resolution that is declared, a meeting that is recorded, an item that is withdrawn.
 */
export const meeting: StageKind<MeetingParams> = {
  kind: 'meeting@1',
  params: meetingParams,
  outcomes: ['passed', 'not-passed', 'deferred'],
  routable: ['in-principle', 'withdrawn', 'referred', 'mandated'],
  meaning: ({ subject, binds, effect, renews }) => ({
    subject,
    makesText: false,
    approving: ['passed'],
    binds: binds && effect === 'gate',
    issues: false,
    provided: ['mandated'],
    decidedBy: 'meeting' as const,
    ...(renews ? { renews } : {}),
  }),
  enter: () => [],
  owed: ({ body }) => [{ holder: `secretary@${body}`, verb: 'meeting.call' }],
};

/** 职工代表大会: the same meeting; the call shows when its ballot is not secret. @source 企业民主管理规定 §22 */
export const congress: StageKind<MeetingParams> = { ...meeting, kind: 'congress@1' };
