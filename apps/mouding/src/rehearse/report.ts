import type { Out } from '../out.ts';
import { table } from '../table.ts';
import type { Words } from '../words.ts';
import type { Verdict } from './checker.ts';
import type { PrintedPaper } from './printed.ts';
import type { RefusedAct } from './refusals.ts';
import type { StageLine } from './stage-lines.ts';
import type { Tampered } from './tamper.ts';
import type { WordTally } from './word-desk.ts';
import { papersSaid, wordSaid } from './word-lines.ts';

/** What a rehearsal came to. */
export interface Outcome {
  readonly title: string;
  readonly caseId: string;
  readonly procedure: { readonly id: string; readonly title: string };
  readonly chapters: number;
  readonly stages: readonly StageLine[];
  readonly source: { readonly words: Words; readonly bytes: number };
  readonly changes: number;
  readonly check: Verdict;
  readonly tampering: { readonly tampered: Tampered; readonly check: Verdict };
  /** What went through Word. */
  readonly word: Readonly<WordTally> & { readonly isFaithful: boolean };
  readonly papers: readonly PrintedPaper[];
  readonly refused: readonly RefusedAct[];
  /** Entries in the logs of both institutions. */
  readonly facts: number;
  /** Refusals in the log of the hospital. */
  readonly refusals: number;
  /** What `verify` found wrong, a line each. */
  readonly faults: readonly string[];
  readonly seconds: number;
}

/** Whether the issued text is what was decided, the forged one was found, and both records are whole. */
export const isVerified = ({ check, tampering, faults, word }: Outcome): boolean =>
  check.same && !tampering.check.same && faults.length === 0 && word.isFaithful;

/** Shows a rehearsal's outcome: for a person as tables, for a program as one line. */
export function report(outcome: Outcome, out: Out): void {
  const say = (words: Words): string => words[out.language];
  out.line('');
  out.line(out.strong(say({ zh: `演练：${outcome.title}`, en: `Rehearsal: ${outcome.title}` })));
  out.line(`  ${say(facing(outcome))}`);
  out.line('');
  for (const line of stageTable(outcome.stages, out.language)) out.line(`  ${line}`);
  out.line('');
  for (const line of table(findings(outcome).map(({ mark, name, says }) => [mark, say(name), say(says)])))
    out.line(`  ${line}`);
  for (const fault of outcome.faults) out.line(`    ${fault}`);
  out.line('');
  out.line(out.strong(say(closing(outcome))));
  out.answer(answerOf(outcome));
}

const facing = ({ procedure, chapters, source }: Outcome): Words => ({
  zh: `${procedure.title}（${procedure.id}），${chapters}个篇章，${source.words.zh}，${number(source.bytes)}字节`,
  en: `${procedure.id}, ${chapters} chapters, ${source.words.en}, ${number(source.bytes)} bytes`,
});

const number = (value: number): string => value.toLocaleString('en-US');

function stageTable(stages: readonly StageLine[], language: 'zh' | 'en'): readonly string[] {
  const heads = {
    zh: ['环节', '结果', '文稿校验码', '票数与说明', '办结日期', '办理记录'],
    en: ['Stage', 'Outcome', 'Text', 'Votes and notes', 'Ended on', 'Facts'],
  };
  const rows = stages.map(({ stage, title, outcomeWords, text, note, on, facts }) => [
    language === 'zh' ? title : stage,
    outcomeWords[language],
    text?.slice(0, 8) ?? '—',
    note[language],
    on,
    String(facts).padStart(4),
  ]);
  return table([heads[language], ...rows]);
}

interface Finding {
  readonly mark: '✓' | '✗' | '·';
  readonly name: Words;
  readonly says: Words;
}

function findings(outcome: Outcome): readonly Finding[] {
  const { check, tampering, changes, refused, word, papers } = outcome;
  const refusals = refused.map(({ verb, rule, said }): Finding => ({
    mark: '·',
    name: { zh: '暂不能办理', en: 'refused' },
    says: { zh: `${said.zh}（${rule}）`, en: `${verb}: ${said.en} (${rule})` },
  }));
  return [
    found(word.isFaithful, { zh: 'Word 原件', en: 'Word files' }, wordSaid(word)),
    found(check.same, { zh: '文稿核对', en: 'issued text' }, checked(check, changes)),
    found(!tampering.check.same, { zh: '篡改试验', en: 'tampering' }, tamperedWith(tampering)),
    ...refusals,
    found(papers.length > 0, { zh: '文件', en: 'papers' }, papersSaid(papers)),
    found(outcome.faults.length === 0, { zh: '记录核验', en: 'verify' }, verified(outcome)),
  ];
}

const found = (isGood: boolean, name: Words, says: Words): Finding => ({
  mark: isGood ? '✓' : '✗',
  name,
  says,
});

const verified = ({ faults, facts }: Outcome): Words =>
  faults.length === 0
    ? {
        zh: `两个单位的${number(facts)}条记录逐条核验，无异常`,
        en: `${number(facts)} entries of both institutions, nothing wrong`,
      }
    : { zh: `发现${faults.length}处异常`, en: `${faults.length} faults` };

function checked(check: Verdict, changes: number): Words {
  if (check.same)
    return {
      zh: `印发稿${number(check.bytes)}字节，与原稿加${changes}处有据可查的修改逐字节一致`,
      en: `${number(check.bytes)} bytes, the source with ${changes} recorded changes, byte for byte`,
    };
  if ('change' in check)
    return {
      zh: `第${check.change + 1}处修改记录超出文稿范围`,
      en: `recorded change ${check.change + 1} lies outside the text`,
    };
  return {
    zh: `第${number(check.at)}字节起不一致：应为“${check.expected}”，印发稿为“${check.issued}”`,
    en: `differs from byte ${check.at} on: “${check.expected}” was decided, “${check.issued}” was issued`,
  };
}

function tamperedWith({ tampered, check }: Outcome['tampering']): Words {
  const { place, was, is } = tampered;
  const at = check.same || !('at' in check) ? 0 : check.at;
  // A line end or a blank would not be seen between quotation marks.
  const shown = /\S/.test(was) ? was : JSON.stringify(was).slice(1, -1);
  if (check.same)
    return {
      zh: `第${place}字由“${shown}”改为“${is}”，未被发现`,
      en: `character ${place} changed from “${shown}” to “${is}” went unnoticed`,
    };
  return {
    zh: `印发稿第${number(place)}字由“${shown}”改为“${is}”，核对在第${number(at)}字节发现`,
    en: `character ${number(place)} changed from “${shown}” to “${is}”: found at byte ${number(at)}`,
  };
}

function closing(outcome: Outcome): Words {
  const { facts, refusals, seconds } = outcome;
  const verdict = isVerified(outcome)
    ? { zh: '核验通过', en: 'verified' }
    : { zh: '核验未通过', en: 'NOT verified' };
  const time = seconds.toFixed(1);
  return {
    zh: `办理记录${number(facts)}条，暂不能办理${refusals}次，用时${time}秒：${verdict.zh}。`,
    en: `${number(facts)} facts, ${refusals} refusals, ${time} seconds: ${verdict.en}.`,
  };
}

function answerOf(outcome: Outcome): object {
  const { caseId, procedure, facts, refusals, seconds } = outcome;
  const stages = outcome.stages.map(({ stage, outcome: ended, text, note, on, facts: count }) => ({
    stage,
    outcome: ended,
    text,
    note: note.en,
    on,
    facts: count,
  }));
  return {
    case: caseId,
    procedure: procedure.id,
    stages,
    facts,
    refusals,
    originals: outcome.word.files,
    papers: outcome.papers.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
    seconds: Number(seconds.toFixed(1)),
    verified: isVerified(outcome),
  };
}
