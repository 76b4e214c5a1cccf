import type {
  AccessThen,
  AuditActor,
  AuditAnswer,
  DecisionReadings,
  StateThen,
  TimelineEntry,
  TimelineQuery,
} from '@mouding/contract';
import { momentWords } from '@mouding/documents';
import type { AuditScope } from './access.ts';
import type { AuditList } from './lists.ts';
import { auditTimeline } from './timeline.ts';

/** Rows of one file at most: a longer list is asked for in parts, by days. */
const MOST = 10_000;
const PAGE = 200;

const who = ({ post, name, words }: AuditActor): string => [post ?? words.zh, name].filter(Boolean).join(' ');

/** 时间线 as a list, page after page until it ends or the file is full. */
export async function timelineList(scope: AuditScope, query: TimelineQuery): Promise<AuditList> {
  const data: TimelineEntry[] = [];
  let cursor: string | undefined;
  do {
    const { items, page } = await auditTimeline(scope, { ...query, limit: PAGE, cursor });
    data.push(...items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && data.length < MOST);
  const full = data.length >= MOST && cursor !== undefined;
  return {
    name: '办理记录',
    title: '办理记录清单',
    caution: full ? `仅列前${MOST}条，其余请按日期分段导出` : null,
    head: ['记录', '时间', '性质', '事项', '对象', '环节', '办理人', '规则', '校验值'],
    widths: [7, 18, 9, 18, 16, 9, 14, 14, 12],
    rows: data.map((entry) => [
      String(entry.idx),
      momentWords(entry.at),
      entry.howWords.zh,
      entry.words.zh,
      entry.label ?? '',
      entry.stage ?? '',
      who(entry.actor),
      entry.ruleWords?.zh ?? '',
      entry.leafHash.slice(0, 16),
    ]),
    data,
  };
}

export const answerList = (answer: AuditAnswer): AuditList => ({
  name: answer.question.id,
  title: answer.question.title.zh,
  caution: answer.question.caution.zh,
  head: ['序号', '所见', '对象', '环节', '所据记录', '时间', '办理人'],
  widths: [6, 40, 16, 10, 10, 18, 16],
  rows: answer.rows.map(({ said, label, stage, evidence }, at) => [
    String(at + 1),
    said.zh,
    label ?? '',
    stage ?? '',
    evidence.map(({ idx }) => idx).join('、'),
    evidence.length > 0 ? momentWords(evidence.at(-1)?.at ?? '') : '',
    [...new Set(evidence.map(({ by, name }) => [by, name].filter(Boolean).join(' ')))].join('、'),
  ]),
  data: answer.rows,
});

export const readingList = ({ items, caution }: DecisionReadings): AuditList => ({
  name: '决定前的阅看',
  title: '决定前的阅看情况',
  caution: caution.zh,
  head: ['记录', '决定时间', '决定', '对象', '决定人', '阅看情况', '阅看时间', '间隔（秒）', '文稿'],
  widths: [7, 18, 14, 16, 14, 14, 18, 8, 12],
  rows: items.map(({ idx, at, words, label, actor, readWords, readAt, seconds, text }) => [
    String(idx),
    momentWords(at),
    words.zh,
    label ?? '',
    who(actor),
    readWords.zh,
    readAt === null ? '' : momentWords(readAt),
    seconds === null ? '' : String(seconds),
    text?.hash.slice(0, 12) ?? '',
  ]),
  data: items,
});

export const stateList = ({ items, asOf, case: { title } }: StateThen): AuditList => ({
  name: '时点状态',
  title: `${title}\n截至第${asOf.index}条记录的状态`,
  caution: null,
  head: ['对象', '类别', '环节', '状态', '科室', '期限', '文稿', '版本'],
  widths: [22, 10, 10, 14, 14, 16, 12, 6],
  rows: items.map(({ label, kind, stage, statusWords, department, due, text, version }) => [
    label,
    kind,
    stage ?? '',
    statusWords.zh,
    department?.name ?? '',
    due === null ? '' : momentWords(due),
    text?.hash.slice(0, 12) ?? '',
    String(version),
  ]),
  data: items,
});

/** With the letters that were current, which are no lines of their own: they stand in the note above. */
export function accessList({
  items,
  asOf,
  things,
  caution,
  letters,
  case: { title },
}: AccessThen): AuditList {
  const current = letters.map(
    ({ number, auditors, until }) => `${number}（${auditors.join('、')}，至${momentWords(until)}）`,
  );
  const under = current.length > 0 ? ` 当时有效的调阅函：${current.join('；')}。` : '';
  return {
    name: '谁可以查看',
    title: `${title}\n截至第${asOf.index}条记录谁可以查看`,
    caution: `${caution.zh}${under}`,
    head: ['岗位', '姓名', '身份', '依据', '可查看事项', '全部事项'],
    widths: [18, 12, 14, 12, 10, 10],
    rows: items.map(({ post, name, words, howWords, things: shown }) => [
      post,
      name ?? '',
      words.zh,
      howWords.zh,
      String(shown),
      String(things),
    ]),
    data: items,
  };
}
