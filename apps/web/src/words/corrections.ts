import { bilingual } from './language.tsx';

/** The counts of a box. */
export interface Box {
  readonly issued: number;
  readonly returned: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid: number;
}

/** 会场: what is put right until the minutes are issued, the count of a box, and what differs from the record. */
export const CORRECTIONS = bilingual(
  {
    ownVote: '本人表决',
    was: '原登记',
    wasHere: '更正为已到会',
    wasAway: '更正为未到会',
    setRightHint: '更正付表决时是否到会；更正后本人会收到告知。会改变决议结果的不能更正，由本机构复议。',
    correctDecision: '更正登记的决定',
    find: '查找成员（姓名、职务）',
    nobody: '没有符合的成员',
    minutesToIssue: '会议纪要（签发稿）',
    minutesIssueHint: '签发归档后，到会、表决等登记不再更正。',
    signer: '签字人（主持人）',
    issueMinutes: '签发归档',
    drawAgain: '按更正后的登记重新拟稿',
    minutesIssued: (who: string) => `会议纪要已签发归档（签字：${who}），登记不再更正。`,
    willIssue: (as: string, who: string) =>
      `您将以${as}身份签发会议纪要并归档，签字人：${who}。归档后登记不再更正。`,
    boxAwaited: '等待计票人、监票人分别录入；两人一致后可以宣布。',
    boxCounted: (c: Box) =>
      `发出${c.issued}、收回${c.returned}，赞成${c.yes}、反对${c.no}、弃权${c.abstain}、无效${c.invalid}`,
    onRecord: '记录中（他处先登记）',
    onRecordWhy:
      '以上为本机登记，与记录不一致。记录有误的，不再提交本条，再用该成员的“更正”登记，两者都保留。',
    saysRecount: (counts: string) => `更正票数：${counts}`,
    saysWasHere: (who: string) => `更正：${who} 付表决时已到会`,
    saysWasAway: (who: string) => `更正：${who} 付表决时未到会`,
  },
  {
    ownVote: 'voted in person',
    was: 'Noted before',
    wasHere: 'Was here after all',
    wasAway: 'Was not here',
    setRightHint:
      'Puts right who was here at the vote; the member is told. What would turn the resolution is the body’s to reconsider.',
    correctDecision: 'Correct the recorded decision',
    find: 'Find a member (name, post)',
    nobody: 'Nobody matches',
    minutesToIssue: 'Minutes to be issued',
    minutesIssueHint: 'Once they are issued and filed, attendance and votes are not corrected any more.',
    signer: 'Signed by (who presided)',
    issueMinutes: 'Issue and file',
    drawAgain: 'Draw up anew from the corrected entries',
    minutesIssued: (who: string) =>
      `The minutes are issued and filed (signed by ${who}); entries are not corrected any more.`,
    willIssue: (as: string, who: string) =>
      `As ${as} you issue and file the minutes, signed by ${who}. Entries are not corrected afterwards.`,
    boxAwaited: 'Waiting for the teller and the scrutineer; it can be declared once both agree.',
    boxCounted: (c: Box) =>
      `${c.issued} handed out, ${c.returned} returned; ${c.yes} for, ${c.no} against, ${c.abstain} abstaining, ${c.invalid} invalid`,
    onRecord: 'On the record (noted elsewhere first)',
    onRecordWhy:
      'Above is what this machine noted; they differ. Where the record is wrong, take this entry out and use “Correct” of the member: both stay.',
    saysRecount: (counts: string) => `Correction of the count: ${counts}`,
    saysWasHere: (who: string) => `Correction: ${who} was here at the vote`,
    saysWasAway: (who: string) => `Correction: ${who} was not here at the vote`,
  },
);
