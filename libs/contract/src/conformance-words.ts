import type { z } from 'zod';
import type { Said } from './said.ts';
import { both, type Words } from './words.ts';

/** 办理情况 of a stage, beside what the procedure asks for. */
export const CONFORMANCE_WORDS: Words = {
  met: both('符合', 'met'),
  mended: both('补正', 'put right'),
  exempted: both('经批准例外', 'exempted'),
  missing: both('缺失', 'missing'),
  before: both('接入前', 'before it was taken over'),
  ahead: both('未到', 'not reached'),
  open: both('办理中', 'under way'),
  unneeded: both('未涉及', 'not on its way'),
};

/** What the record says of one rule. */
export const KEPT_WORDS: Words = {
  kept: both('未见不符', 'nothing to the contrary'),
  due: both('尚未归档', 'not filed yet'),
  shown: both('程序提示', 'noticed'),
  held: both('待补正', 'to be put right'),
  mended: both('补正', 'put right'),
  exempted: both('经批准例外', 'exempted'),
};

/** 复议结果. */
export const RECONSIDERED_WORDS: Words = {
  confirmed: both('复议维持原决定', 'reconsidered and confirmed'),
  fallen: both('复议改变原决定', 'reconsidered and changed'),
};

/** 异常类别, of the supervision of “三重一大” decisions. */
export const ANOMALY_WORDS: Words = {
  convening: both('会议召开异常', 'convening of a meeting'),
  'party-first': both('党委会未前置异常', 'not before the party committee first'),
  order: both('决策顺序异常', 'order of decisions'),
  voting: both('议题表决异常', 'voting on an item'),
  'legal-review': both('合法性审查异常', 'legal review'),
};

/** 如何记载. */
export const HOW_WORDS: Words = {
  live: both('当时办理', 'done here then'),
  record: both('补录', 'recorded afterwards'),
  before: both('接入前材料', 'from papers before it was taken over'),
  clock: both('到期自动', 'clockwork'),
};

/** 双人办理事项. */
export const TWO_KEYS_WORDS: Words = {
  corrected: both('补录事项补正', 'a record put right'),
  exempted: both('补录事项经批准例外', 'a record exempted'),
  gate: both('审议环节经批准例外', 'a gate exempted'),
  joining: both('中途接入', 'taken over under way'),
  repair: both('双人复核更正', 'corrected by two persons'),
  editorial: both('印发前编辑性修改', 'editorial change before the issue'),
};

/** 双人复核更正的事项. */
export const REPAIR_WORDS: Words = {
  attendance: both('更正到会登记', 'attendance put right'),
  meeting: both('终止无法继续的会议', 'a meeting that could not go on was ended'),
  date: both('更正环节时限', 'date of a stage put right'),
  file: both('更正附件', 'another file was meant'),
};

/** 双人办理的进展. */
export const STANDING_WORDS: Words = {
  waiting: both('待第二人确认', 'awaits the second person'),
  confirmed: both('已由第二人确认', 'confirmed by the second person'),
  rejected: both('第二人退回', 'sent back'),
  lapsed: both('逾期失效', 'lapsed'),
  replaced: both('已另行办理，不再需要确认', 'replaced by something else'),
};

/** 补录方式. */
export const MEDIUM_WORDS: Words = {
  meeting: both('会议', 'meeting'),
  paper: both('纸质', 'paper'),
  telephone: both('电话', 'telephone'),
  'in-person': both('当面', 'in person'),
};

const OTHER_RULE = both('其他程序要求', 'another rule');

/** The name of a rule; a sentence about it stands in its notice. */
export const ruleWords = (rule: string): z.infer<typeof Said> => RULE_WORDS[rule] ?? OTHER_RULE;

/** Rules that a conformance report names, by their permanent ids. */
export const RULE_WORDS: Words = {
  'meeting.notice': both('会前通知', 'notice before the meeting'),
  'meeting.quorum': both('法定人数', 'quorum'),
  'meeting.majority': both('通过票数', 'majority'),
  'meeting.presides': both('会议主持', 'who presides'),
  'meeting.chair-last': both('末位表态', 'whoever presides speaks last'),
  'meeting.current-text': both('会上所议文稿为现行文稿', 'the current text was shown'),
  'meeting.text-shown': both('注明会上所议文稿', 'which text was shown'),
  'meeting.minutes': both('会议记录、纪要', 'record and minutes'),
  'meeting.circulation': both('不以传阅代替会议', 'no circulation in place of a meeting'),
  'meeting.late-papers': both('会议材料随通知送达', 'papers with the notice'),
  'meeting.agenda-closed': both('不得临时动议', 'closed agenda'),
  'meeting.intake': both('议题申报与审批', 'tabling of the item'),
  'meeting.sponsor': both('分管院领导到会', 'sponsor present'),
  'meeting.consensus': both('会前充分沟通', 'consensus beforehand'),
  'meeting.circulated': both('会前酝酿', 'circulated beforehand'),
  'meeting.read': both('会前阅读材料', 'papers read'),
  'meeting.remote': both('视频参会', 'members by video'),
  'meeting.recusal': both('回避', 'recusal'),
  'meeting.roll': both('与名册一致', 'agrees with the roll'),
  'meeting.ballot': both('表决方式', 'way of voting'),
  'meeting.void': both('表决有效', 'vote not void'),
  'meeting.reason': both('说明理由', 'reason given'),
  'meeting.heard': both('集体讨论', 'members heard'),
  'meeting.present': both('书面意见不计票', 'written votes not counted'),
  'meeting.all-voted': both('到会者均已表决', 'everybody voted'),
  'meeting.can-pass': both('到会人数可能通过', 'enough present to pass'),
  'meeting.conditions': both('附条件事项已落实', 'conditions met'),
  'meeting.called-already': both('同一议题未重复召集', 'not called twice'),
  'meeting.second-reading': both('再次审议间隔', 'second reading'),
  'mandate.scope': both('修改不超出授权', 'changes within the mandate'),
  'mandate.in-time': both('授权修改按期审定', 'changes approved in time'),
  'congress.secret-ballot': both('无记名投票', 'secret ballot'),
  'congress.itemised': both('分项表决', 'one vote for each item'),
  'case.overlap': both('环节依次办理', 'stages in their order'),
  'case.migrate-vote': both('表决期间不变更程序', 'no change of procedure during a vote'),
  'consultation.answered': both('征求意见有回复', 'everybody answered'),
  'consultation.window': both('征求意见期限', 'length of the consultation'),
  'consultation.union': both('听取工会意见', 'trade union heard'),
  'indicators.confirmed': both('指标已核定', 'figures confirmed'),
  'opinion.final': both('送审前意见采纳情况全部确定', 'every opinion settled before it goes on'),
  'text.checkup': both('送审文稿无校核错误', 'no errors in what is put before a body'),
  'text.checkup-doubts': both('送审文稿无校核疑点', 'no doubts in what is put before a body'),
  'issue.checkup': both('印发文稿无校核错误', 'no errors in what is issued'),
  'issue.checkup-doubts': both('印发文稿无校核疑点', 'no doubts in what is issued'),
  'text.grounds': both('修改均注明依据', 'every change rests on something'),
  'manuscript.rebased': both('并入最新文稿', 'taken onto the newest text'),
  'chapter.countersigned': both('会签齐全', 'countersigned by all'),
  'submission.own': both('不受理本部门报送', 'nobody accepts their own'),
  'import.confirmed': both('读入文稿经确认', 'imported text confirmed'),
  'contribution.due': both('按期报送', 'handed in on time'),
  'chapter.due': both('按期成稿', 'chapters on time'),
  'review.at-least': both('论证（审核）意见数', 'number of opinions'),
  'filing.package': both('报送材料齐全', 'complete package'),
  'filing.answered': both('主管部门已答复', 'answered by the authority'),
  'filing.current-text': both('报送文稿为现行文稿', 'the current text was sent'),
  'amend.least-class': both('修改分类不轻于规则', 'class of change by rule'),
  'amend.points-met': both('逐点回应补正意见', 'every point met'),
  'issue.same-text': both('印发稿与审议稿一致', 'the text that was decided'),
  'issue.signed': both('签发', 'signed'),
  'issue.numbered': both('编号', 'numbered'),
  'issue.order': both('发文办理次序', 'steps in their order'),
  'issue.reviewed': both('核稿', 'reviewed'),
  'issue.countersigned': both('会签', 'countersigned'),
  'issue.checked': both('复核', 'checked'),
  'issue.sealed': both('用印', 'sealed'),
  'issue.text': both('所办文稿为印发稿', 'done on the text of the issue'),
  'issue.date': both('印发日期', 'day of issue'),
  'issue.number-free': both('文号不重复', 'number not taken'),
  'issue.number-form': both('文号格式', 'form of the number'),
  'record.evidence': both('附扫描件或册页', 'scan or page of the book'),
  'record.holder': both('办理人时任该岗位', 'held the post then'),
  'meeting.refers': both('回避后人数不足的提请上级', 'referred upward'),
  'meeting.early': both('不早于通知的时间', 'not before its time'),
  'meeting.even': both('赞成反对相等', 'a tie'),
  'meeting.signing': both('会议签到', 'signing in'),
  'meeting.minutes-again': both('纪要已归档', 'minutes filed already'),
  'meeting.minutes-signed': both('纪要签发', 'minutes signed'),
  'ballot.two-keys': both('监票人、计票人为两人', 'teller and scrutineer are two'),
  'case.stage-open': both('环节正在办理', 'the stage is open'),
  'case.held': both('此前事项已补正', 'nothing holds the next step'),
  'case.second-person': both('由另一人确认', 'another person confirms'),
  'consultation.open': both('征求意见期间', 'while it is open'),
  'collect.complete': both('报送齐全', 'everything handed in'),
  'compile.waived': both('缺报经同意', 'what is left out was agreed to'),
  'write.complete': both('篇章齐全', 'every chapter signed off'),
  'issue.number-year': both('文号年份与印发年份一致', 'number of the year of issue'),
  'issue.editorial': both('编辑性修改的范围', 'no more than editorial'),
  'issue.second-person': both('由另一人确认', 'another person confirms'),
  'repair.second-person': both('由另一人复核', 'another person confirms'),
  'repair.other-capacity': both('由另一身份复核', 'confirmed in another capacity'),
  'record.second-person': both('由另一人确认', 'another person confirms'),
  'policy.capacity': both('办理身份', 'the capacity for it'),
  'state.not-now': both('办理时机', 'the state for it'),
  'order.party-first': both('党委会前置研究', 'party committee first'),
  'order.gates': both('审议先后次序', 'order of the gates'),
  'order.legal-review': both('决定前合法性审查', 'legal review before the decision'),
};
