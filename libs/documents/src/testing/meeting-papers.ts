import { attendanceSheet } from '../papers/attendance-sheet.ts';
import { ballotPaper } from '../papers/ballot-paper.ts';
import { bundle } from '../papers/bundle.ts';
import { congressResolution } from '../papers/congress-resolution.ts';
import { meetingMinutes } from '../papers/meeting-minutes.ts';
import { meetingNotice } from '../papers/meeting-notice.ts';
import { meetingRecord } from '../papers/meeting-record.ts';
import { tablingSheet } from '../papers/tabling-sheet.ts';
import { voteReport } from '../papers/vote-report.ts';
import type { Paper } from '../paper/paper.ts';
import { SOURCE, PLAN, TEXT, AT, PLACE, SIGNED, VOTE, PEOPLE, BODY } from './paper-data.ts';

/** What a meeting asks for. */
export const MEETING_PAPERS: { readonly [name: string]: Paper } = {
  议题申报表: tablingSheet({
    source: SOURCE,
    body: '院长办公会',
    title: `审议《${PLAN}》`,
    asker: { words: null, post: '规划办主任', on: '2026年3月30日' },
    reason: '规划送审稿已按领导小组讨论意见修改完善，提请院长办公会审议。',
    text: TEXT,
    papers: ['编制说明', '意见采纳情况汇总表'],
    sponsor: SIGNED,
    chief: null,
    agreed: true,
    read: { all: 7, opened: 5 },
  }),
  会议通知: meetingNotice({
    source: SOURCE,
    body: '院长办公会',
    at: AT,
    place: PLACE,
    chair: '院长',
    members: PEOPLE.present,
    others: PEOPLE.others,
    items: [`审议《${PLAN}》`, null],
    papers: ['送审稿（第4稿）', '编制说明'],
    sent: '2026年4月3日',
    quorum: '到会人数须达到应到会人数的2分之1（含本数）方可举行。',
  }),
  材料汇编: bundle({
    source: { ...SOURCE, internal: true },
    title: '院长办公会材料汇编',
    occasion: `${AT}，${PLACE}`,
    papers: [
      { title: PLAN, draft: '送审稿（第4稿）', hash: SOURCE.hash, body: BODY },
      { title: '编制说明', draft: null, hash: null, body: BODY.slice(0, 3) },
    ],
  }),
  签到表: attendanceSheet({
    source: SOURCE,
    body: '院长办公会',
    at: AT,
    place: PLACE,
    items: [`审议《${PLAN}》`],
    seats: [
      { post: '院长', role: '主持人', standing: '已签到', votes: true },
      { post: '党委书记', role: '成员', standing: '视频到会', votes: true },
      { post: '副院长（医疗）', role: '成员', standing: '', votes: true },
      { post: '会议秘书', role: '会议秘书', standing: '', votes: false },
    ],
  }),
  表决票: ballotPaper({
    source: { ...SOURCE, draft: '讨论稿（第5稿）' },
    body: '第五届职工代表大会第三次会议',
    on: '2026年5月20日',
    items: [PLAN],
  }),
  表决结果报告: voteReport(VOTE),
  会议记录: meetingRecord({
    source: SOURCE,
    body: '院长办公会',
    at: AT,
    place: PLACE,
    ...PEOPLE,
    item: PLAN,
    text: TEXT,
    said: [
      { post: '副院长（医疗）', words: '同意。四级手术占比目标建议再核。', vote: '赞成', written: false },
      { post: '党委副书记', words: '同意规划文稿。', vote: null, written: true },
      { post: '院长', words: '同意，请医务科会后核实。', vote: '赞成', written: false },
    ],
    sum: '全体7，实到6≥4 ✓；主持人决定：研究同意',
    outcome: '研究同意',
    reason: null,
    conditions: [],
    notices: [],
  }),
  会议纪要: meetingMinutes({
    source: SOURCE,
    body: '院长办公会',
    number: '〔2026〕5号',
    at: AT,
    on: '2026年4月8日',
    place: PLACE,
    ...PEOPLE,
    item: `《${PLAN}》`,
    text: TEXT,
    outcome: '研究同意',
    sum: '全体7，实到6≥4 ✓；主持人决定：研究同意',
    conditions: ['核实四级手术占比目标值（医务科，2026年4月15日前）'],
    duties: ['按审议意见修改规划文稿（党政综合办，2026年4月12日前）'],
    copies: ['院领导', '各职能科室'],
  }),
  职代会决议: congressResolution({
    source: SOURCE,
    body: '云州市中医院第五届职工代表大会第三次会议',
    on: '2026年5月20日',
    plan: PLAN,
    text: TEXT,
    passed: true,
    outcome: '审议通过',
    attendance: { all: 66, present: 52 },
    sum: VOTE.sum,
    conditions: [],
  }),
};
