import type { Block, Paper } from '../paper/paper.ts';
import { CHINESE, flush, heading, labelled, numbered, table, text } from './blocks.ts';
import { dayWords } from './day.ts';
import { codeOf, sheetOf, type Source } from './source.ts';

/** A gate that the text passed, with the root of what was before it. */
export interface PassedGate {
  /** 院长办公会审议 */
  readonly gate: string;
  /** 院长办公会; null for what no body decides. */
  readonly body: string | null;
  /** 2026年4月8日; null where nothing says it. */
  readonly on: string | null;
  /** 研究同意: the body's own words. */
  readonly words: string | null;
  /** 全体7，实到6≥4 ✓；赞成6>3 ✓; null where the reader does not see the meeting. */
  readonly sum: string | null;
  /** SHA-256 or root of the text that was decided, hex; null where it is not shown. */
  readonly root: string | null;
  readonly draft: string | null;
}

/** What changed between two gates, and on what authority. */
export interface BetweenGates {
  readonly from: string;
  readonly to: string;
  /** 改动12处…; one line. */
  readonly summary: string;
  readonly clauses: readonly {
    readonly place: string;
    readonly how: string;
    /** 院长办公会授权修改（第2项） …; null where nobody has said it. */
    readonly authority: string | null;
  }[];
}

export interface CompilationNote {
  readonly source: Source;
  readonly plan: string;
  /** What the plan rests on: 上级规划、编制工作方案. */
  readonly basis: readonly string[];
  readonly process: readonly { readonly title: string; readonly words: string }[];
  readonly opinions: string | null;
  readonly gates: readonly PassedGate[];
  readonly between: readonly BetweenGates[];
  /** 经批准例外 and 程序提示, in sentences. */
  readonly notices: readonly string[];
}

/** 编制说明: the chain of decisions that a plan rests on, checked by the roots of the texts that were decided. */
export function compilationNote(data: CompilationNote): Paper {
  const { source, plan, basis, process, opinions, gates, between, notices } = data;
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    ['编制依据', sentences(basis)],
    ['编制过程', sentences(process.map(({ title, words }) => `${title}：${words}`))],
    ['征求意见和采纳情况', [text(opinions ?? '本稿尚未征求意见。')]],
    ['审议情况', gatesOf(gates)],
    ['审议之间的修改情况', between.flatMap((each, at) => betweenOf(each, at))],
    ['需要说明的问题', sentences(notices)],
  ];
  return sheetOf(source, {
    title: `《${plan}》编制说明`,
    body: [
      ...parts.flatMap(([title, blocks], at) => [
        heading(numbered(at, title)),
        ...(blocks.length > 0 ? blocks : [text('无。')]),
      ]),
      ...checked(source),
    ],
    signature: { name: source.office, date: dayWords(source.at) },
  });
}

const sentences = (words: readonly string[]): readonly Block[] =>
  words.map((each, at) => text(words.length > 1 ? `${at + 1}. ${each}` : each));

const gatesOf = (gates: readonly PassedGate[]): readonly Block[] =>
  gates.length === 0
    ? []
    : [
        table(
          {
            head: ['序号', '审议环节', '时间', '决议', '计票算式', '所审文稿及校验码'],
            widths: [6, 17, 19, 13, 24, 21],
            align: ['center'],
            caption: '审议环节与所审文稿',
          },
          gates.map(({ gate, body, on, words, sum, root, draft }, at) => [
            `${at + 1}`,
            body === null || gate.includes(body) ? gate : `${gate}\n（${body}）`,
            on ?? '',
            words ?? '',
            sum ?? '',
            [draft ?? '', root === null ? '' : codeOf(root)].filter((part) => part !== '').join('\n'),
          ]),
        ),
        ...gates.flatMap(({ gate, root }) =>
          root === null ? [] : [flush(`${gate}文稿完整校验值：${grouped(root)}`, 'song')],
        ),
      ];

function betweenOf({ from, to, summary, clauses }: BetweenGates, at: number): readonly Block[] {
  const head = heading(`（${CHINESE[at] ?? at + 1}）${from}至${to}`, 2);
  if (clauses.length === 0) return [head, text('两次审议的文稿完全相同。')];
  return [
    head,
    text(`${summary.replace(/。?$/, '。')}`),
    table(
      {
        head: ['序号', '条款', '方式', '修改依据'],
        widths: [7, 40, 12, 41],
        align: ['center', undefined, 'center'],
        caption: `${from}至${to}的修改`,
      },
      clauses.map(({ place, how, authority }, n) => [`${n + 1}`, place, how, authority ?? '未注明']),
    ),
  ];
}

/** How anybody checks it. */
const checked = ({ hash }: Source): readonly Block[] =>
  hash === null
    ? []
    : [
        labelled('本稿完整校验值', grouped(hash)),
        text(
          '核对方法：在系统中打开同一文稿，校验值逐字一致即为同一文稿；各审议环节之间校验值不同的，修改内容及依据见上表。',
        ),
      ];

/** In groups of eight, so that it can be read aloud. */
const grouped = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? '';
