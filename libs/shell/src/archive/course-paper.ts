import type { Course } from '@mouding/contract';
import { conformanceSheet, dayWords, type Paper, type PaperSource } from '@mouding/documents';

/** 程序符合性报告 as a paper, from the course that the check of the bundle computes again. */
export const coursePaper = ({ lines, afterwards }: Course, plan: string, source: PaperSource): Paper =>
  conformanceSheet({
    source,
    plan,
    lines: lines.map(({ title, words, outcome, at, sum, index }) => ({
      title,
      standing: words.zh,
      outcome: outcome?.zh ?? '',
      on: at === null ? '' : dayWords(at),
      sum: sum?.zh ?? '',
      entry: index === null ? '' : `第${index}条`,
    })),
    recorded: afterwards.map(({ title, happened, entered, standing }) => ({
      title,
      happened: happened === null ? '' : dayWords(happened),
      entered: dayWords(entered),
      standing,
    })),
  });
