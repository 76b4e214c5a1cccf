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
    correctDecisionHint:
      '更正决定的理由。改变审议结果、增减条件的，不能以更正办理，由本机构复议；改选结果提交后会列明依据。',
    correctConditionHint: '更正条件的内容、责任科室和期限；主持人会收到告知，由更正后的责任人办理。',
    decisionMandate: '决定附有授权修改，在会议页面以“代录主持人决定”更正。',
    stated: '决定的理由（不变的不填）',
    conditionList: '所附条件',
    because: '理由',
    notRecused: '未回避',
    exceptionReasons: { none: '', emergency: '突发应急事项，须及时研究', chief: '主要负责人临时提议' },
    correctRecusal: '更正回避',
    wasRecused: '更正为已回避',
    wasNotRecused: '更正为未回避',
    wasThere: '付表决时在场',
    recusalHint:
      '更正本议题的回避登记，表决基数和票数随之重算；更正后本人会收到告知。会改变决议结果的不能更正，由本机构复议。',
    addedItem: (title: string) => `临时议题　${title}`,
    saysWasRecused: (who: string) => `更正：${who} 已回避`,
    saysNotRecused: (who: string) => `更正：${who} 未回避`,
    saysRetitled: (no: number, title: string) => `更正：第${no}项议题为“${title}”`,
    saysDecision: '更正：主持人决定',
    saysCondition: (no: number, wording: string) => `更正：第${no}项条件为“${wording}”`,
    conditionSaid: (wording: string, owner: string, due: string) => `${wording}（${owner}，${due}前）`,
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
    correctDecisionHint:
      'Puts the reason of the decision right. Another outcome, or more or fewer conditions, is the body’s to reconsider: choose one and send it to read why.',
    correctConditionHint:
      'Puts right what the condition says, who has to meet it and by when; whoever presided is told.',
    decisionMandate:
      'The decision comes with a mandate: correct it on the meeting’s page, by recording the decision anew.',
    stated: 'Reason of the decision (empty: as it is)',
    conditionList: 'Its conditions',
    because: 'Because',
    notRecused: 'not recused',
    exceptionReasons: {
      none: '',
      emergency: 'an emergency that cannot wait',
      chief: 'moved by a chief at short notice',
    },
    correctRecusal: 'Correct recusal',
    wasRecused: 'Was recused after all',
    wasNotRecused: 'Was not recused',
    wasThere: 'Was here at the vote',
    recusalHint:
      'Puts the recusal from this item right; the base and the count are summed anew, and the member is told. What would turn the resolution is the body’s to reconsider.',
    addedItem: (title: string) => `Added: ${title}`,
    saysWasRecused: (who: string) => `Correction: ${who} was recused`,
    saysNotRecused: (who: string) => `Correction: ${who} was not recused`,
    saysRetitled: (no: number, title: string) => `Correction: item ${no} is “${title}”`,
    saysDecision: 'Correction of the chair’s decision',
    saysCondition: (no: number, wording: string) => `Correction: condition ${no} is “${wording}”`,
    conditionSaid: (wording: string, owner: string, due: string) => `${wording} (${owner}, by ${due})`,
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
