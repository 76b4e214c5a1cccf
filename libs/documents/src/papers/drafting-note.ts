import type { Block, Paper } from '../paper/paper.ts';
import { heading, numbered, table, text } from './blocks.ts';
import { dayWords } from './day.ts';
import { sheetOf, type Source } from './source.ts';

export interface DraftingNote {
  readonly source: Source;
  readonly plan: string;
  /** What was done, stage by stage: 调研 2025年9月1日至10月10日 … */
  readonly steps: readonly { readonly title: string; readonly words: string }[];
  /** 科室发展规划 that came in: 应报25份，已报23份，零报告1份，经批准缺报1份. */
  readonly submissions: string;
  readonly chapters: readonly {
    readonly no: number;
    readonly title: string;
    readonly lead: string;
    readonly writer: string;
    readonly support: readonly string[];
    /** 已受理（2026年1月15日） */
    readonly standing: string;
  }[];
  /** What the text does without (缺报豁免), with who agreed; empty when nothing was missing. */
  readonly without: readonly string[];
  /** The consultation and what came of it; null before one was held. */
  readonly opinions: string | null;
  /** 需要说明的问题: open questions, in sentences. */
  readonly open: readonly string[];
}

/** 起草说明: how a draft came about, to go before a body with it. */
export function draftingNote(data: DraftingNote): Paper {
  const { source, plan, steps, submissions, chapters, without, opinions, open } = data;
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    [
      '起草过程',
      steps.length === 0
        ? [text('编制工作已启动，尚无办结的环节。')]
        : steps.map(({ title, words }, at) => text(`${at + 1}. ${title}：${words}`)),
    ],
    ['素材报送和篇章起草情况', [text(submissions), chapterTable(chapters), ...without.map(text)]],
    ['征求意见情况', [text(opinions ?? '本稿尚未征求意见。')]],
    [
      '需要说明的问题',
      open.length === 0 ? [text('无。')] : open.map((words, at) => text(`${at + 1}. ${words}`)),
    ],
  ];
  return sheetOf(source, {
    title: `关于《${plan}》（${source.draft ?? '文稿'}）的起草说明`,
    body: parts.flatMap(([title, blocks], at) => [heading(numbered(at, title)), ...blocks]),
    signature: { name: source.office, date: dayWords(source.at) },
  });
}

const chapterTable = (chapters: DraftingNote['chapters']): Block =>
  table(
    {
      head: ['序号', '篇章', '牵头领导', '责任部门', '配合部门', '办理情况'],
      widths: [7, 20, 15, 15, 31, 12],
      align: ['center', undefined, 'center', 'center', undefined, 'center'],
      caption: '篇章分工与办理情况',
    },
    chapters.map(({ no, title, lead, writer, support, standing }) => [
      `${no}`,
      title,
      lead,
      writer,
      support.join('、') || '——',
      standing,
    ]),
  );
