import type { Said } from '../refusal.ts';

const both = (zh: string, en: string): Said => ({ zh, en });

/** What every rule is called whose weight a procedure may set. */
const RULE_WORDS: { readonly [rule: string]: Said } = {
  'meeting.quorum': both('法定人数', 'quorum'),
  'meeting.majority': both('通过比例', 'majority'),
  'meeting.circulation': both('不得以传阅代替会议', 'circulation in place of a meeting'),
  'meeting.late-papers': both('会议材料随通知送达', 'papers with the call'),
  'meeting.agenda-closed': both('不得临时动议', 'closed agenda'),
  'meeting.intake': both('议题申报与审批', 'intake of items'),
  'meeting.sponsor': both('分管院领导到会', 'sponsor present'),
  'meeting.consensus': both('书记、院长会前沟通', 'consensus beforehand'),
  'meeting.circulated': both('会前酝酿', 'circulated beforehand'),
  'meeting.read': both('会前阅读材料', 'papers read'),
  'meeting.remote': both('视频方式参会', 'remote members'),
  'meeting.chair-last': both('末位表态', 'the chair last'),
  'meeting.recusal': both('回避', 'recusal'),
  'meeting.second-reading': both('再次审议的间隔', 'second reading'),
  'congress.secret-ballot': both('无记名投票', 'secret ballot'),
  'congress.itemised': both('分项表决', 'itemised votes'),
  'case.overlap': both('各环节依次办理', 'overlapping stages'),
  'consultation.answered': both('征求意见应有回复', 'answered consultation'),
  'consultation.window': both('征求意见最短期限', 'shortest window'),
  'consultation.union': both('听取工会意见', 'opinion of the union'),
  'indicators.confirmed': both('指标核定', 'confirmed figures'),
  'opinion.final': both('送审前采纳情况全部确定', 'every opinion settled before it goes on'),
  'text.checkup': both('送审文稿校核：错误', 'errors found by the checkup'),
  'text.checkup-doubts': both('送审文稿校核：疑点', 'doubts of the checkup'),
  'issue.checkup': both('印发文稿校核：错误', 'errors in what is issued'),
  'issue.checkup-doubts': both('印发文稿校核：疑点', 'doubts in what is issued'),
  'text.grounds': both('修改注明依据', 'grounds of changes'),
  'chapter.countersigned': both('篇章会签', 'countersigned chapters'),
  'submission.own': both('不受理本部门报送', 'own submissions'),
  'import.confirmed': both('读入文稿经确认', 'imported text confirmed'),
  'issue.same-text': both('正本与定稿一致', 'same text'),
  'case.migrate-vote': both('表决期间不换版', 'no move during a vote'),
  'procedure.bound': both('发布附批准文件及决议', 'publishing on a document'),
};

/** A rule as a reader calls it. */
export const weighedRuleWords = (rule: string): Said => RULE_WORDS[rule] ?? both('其他规则', rule);
