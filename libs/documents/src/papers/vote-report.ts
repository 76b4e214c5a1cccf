import type { Block, Paper } from '../paper/paper.ts';
import { fields, flush, heading, numbered, signing, table, text } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';

/** The numbers of one vote; `issued` and `returned` where ballots were handed out. */
export interface VoteNumbers {
  readonly all: number;
  readonly recused: number;
  readonly present: number;
  readonly issued: number | null;
  readonly returned: number | null;
  readonly yes: number | null;
  readonly no: number | null;
  readonly abstain: number | null;
  readonly invalid: number | null;
}

export interface VoteReport {
  readonly source: Source;
  readonly body: string;
  readonly at: string;
  readonly place: string;
  readonly item: string;
  readonly text: { readonly label: string; readonly code: string };
  /** 无记名投票、举手、记名 … */
  readonly ballot: string;
  readonly secret: boolean;
  /** 到会人数须达到应到会人数的2/3（含）; 赞成票须超过应到会人数的1/2. */
  readonly rules: readonly string[];
  readonly numbers: VoteNumbers;
  /** 全体66，实到52≥44 ✓；赞成34>33 ✓: the sum that was done. */
  readonly sum: string;
  /** 审议通过 */
  readonly outcome: string;
  /** Of a named vote, post by post; none of a secret one. */
  readonly votes: readonly { readonly post: string; readonly vote: string }[];
  readonly conditions: readonly string[];
  /** 程序提示. */
  readonly notices: readonly string[];
}

/** 表决结果报告, with the sum that was done. A secret vote shows its counts alone. */
export function voteReport(data: VoteReport): Paper {
  const { source, body, sum, outcome, rules, votes, conditions, notices } = data;
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    ['表决事项和规则', [basics(data), ...rules.map(text)]],
    ['到会和计票', [countTable(data.numbers), ...(data.secret ? [SECRET] : [])]],
    ['计票算式', [text(`${sum}。`)]],
    ...(votes.length > 0 ? [['记名表决情况', [namedTable(votes)]] as const] : []),
    ['表决结果', [text(`${outcome}。`), ...conditions.map((one, at) => text(`附条件${at + 1}：${one}`))]],
    ...(notices.length > 0 ? [['程序提示', notices.map(text)] as const] : []),
  ];
  return sheetOf(source, {
    title: `${body}表决结果报告`,
    body: [
      ...parts.flatMap(([title, blocks], at) => [heading(numbered(at, title)), ...blocks]),
      { kind: 'space', lines: 1 },
      signing('总监票人'),
      signing('计票人'),
      signing('会议主持人'),
    ],
  });
}

const basics = ({ item, text: of, at, place, ballot }: VoteReport): Block =>
  fields([
    ['表决事项', item],
    ['所表决文稿', `${of.label}（校验码${of.code}）`],
    ['时间、地点', `${at}，${place}`],
    ['表决方式', ballot],
  ]);

const number = (count: number | null): string => (count === null ? '——' : `${count}`);

const countTable = (numbers: VoteNumbers): Block => {
  const { all, recused, present, issued, returned, yes, no, abstain, invalid } = numbers;
  return table(
    {
      head: ['应到', '回避', '实到', '发出', '收回', '赞成', '反对', '弃权', '无效'],
      widths: [1, 1, 1, 1, 1, 1, 1, 1, 1],
      align: Array.from({ length: 9 }, () => 'center' as const),
      caption: '到会和计票（单位：人、票）',
    },
    [[all, recused, present, issued, returned, yes, no, abstain, invalid].map(number)],
  );
};

const namedTable = (votes: VoteReport['votes']): Block =>
  table(
    {
      head: ['序号', '岗位', '表决意见'],
      widths: [10, 60, 30],
      align: ['center', undefined, 'center'],
      caption: '记名表决情况',
    },
    votes.map(({ post, vote }, at) => [`${at + 1}`, post, vote]),
  );

const SECRET = flush('无记名投票只记录票数，不记录任何人的选择。', 'kai');
