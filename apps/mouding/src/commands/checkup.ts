import { checkup, ruleIds, type Finding, type Severity } from '@mouding/text';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { exitCode } from '../exit-code.ts';
import type { Out } from '../out.ts';
import { documentText, openRevisions } from '../document-text.ts';
import { headingPaths } from '../heading-path.ts';
import { isRefused, refuse, type Refused, type Words } from '../words.ts';
import { describe, type Run } from './run.ts';

interface CheckupFlags {
  readonly rules?: readonly string[];
  readonly severity: Severity;
}

/** Characters shown to each side of a quote. */
const AROUND = 10;

/** From the gravest down: a chosen severity shows itself and what is graver. */
const SEVERITIES = ['error', 'warning', 'advice'] as const;

const NAMES: Readonly<Record<Severity, Words>> = {
  error: { zh: '错误', en: 'errors' },
  warning: { zh: '疑点', en: 'warnings' },
  advice: { zh: '建议', en: 'advice' },
};

/** `mouding checkup`: 文稿校核 of a document, with no server. */
export function addCheckup(program: Command, run: Run): void {
  program
    .command('checkup')
    .description(
      describe(
        '校核文稿：占位符、序号、数字、用语……',
        'check a draft: placeholders, numbering, numbers, terms …',
      ),
    )
    .argument('<file>', describe('Word、WPS 文件或纯文本', 'a Word or WPS file, or plain text'))
    .addOption(
      new Option(
        '--rules <ids>',
        describe('只用这些规则，以逗号分隔', 'only these rules, with commas'),
      ).argParser(chosenRules),
    )
    .addOption(
      new Option('--severity <least>', describe('至少这样严重的才显示', 'show nothing less grave'))
        .choices(SEVERITIES)
        .default('advice'),
    )
    .action(async (file: string, flags: CheckupFlags) => run(async (out) => check(file, flags, out)));
}

function chosenRules(given: string): readonly string[] {
  const ids = given.split(',').map((id) => id.trim().toUpperCase());
  const unknown = ids.filter((id) => !ruleIds.includes(id));
  if (unknown.length === 0) return ids;
  const known = [...new Set(ruleIds)].join(', ');
  throw new InvalidArgumentError(
    describe(
      `没有规则 ${unknown.join('、')}；已有：${known}`,
      `no rule ${unknown.join(', ')}; there are: ${known}`,
    ),
  );
}

async function check(file: string, { rules, severity }: CheckupFlags, out: Out): Promise<number | Refused> {
  const read = await documentText(file);
  if (isRefused(read)) return read;
  const { text } = read;
  const open = openRevisions(file, read.word);
  if (open) out.progress(open);
  if (text.trim() === '') return refuse(`${file} 是空的。`, `${file} is empty.`);
  const shown = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
  const findings = checkup(text, rules ? { rules } : {}).filter((finding) =>
    shown.includes(finding.severity),
  );
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const whole: Text = { lines, above: headingPaths(text) };
  for (const each of shown) group(each, findings, whole, out);
  out.line(total(findings));
  out.answer({ findings: findings.map((finding) => answerOf(finding, out)) });
  return findings.some((finding) => finding.severity === 'error') ? exitCode.faulty : exitCode.ok;
}

function answerOf({ rule, severity, line, quote, message }: Finding, out: Out): object {
  return { rule, severity, line, quote, message: message[out.language] };
}

/** The text by lines, and the headings above each. */
interface Text {
  readonly lines: readonly string[];
  readonly above: (line: number) => string;
}

/** Those of one severity: what an author wrote first, then 导入残留, for which no author is to blame. */
function group(severity: Severity, findings: readonly Finding[], text: Text, out: Out): void {
  const own = findings.filter((finding) => finding.severity === severity);
  for (const origin of ['author', 'import'] as const) {
    const part = own.filter((finding) => finding.origin === origin);
    if (part.length === 0) continue;
    const [zh, en] = origin === 'author' ? ['', ''] : ['（导入残留）', ' (left by a conversion)'];
    const name = NAMES[severity];
    out.line(
      out.strong(
        { zh: `${name.zh}${zh} ${part.length}`, en: `${name.en}${en}: ${part.length}` }[out.language],
      ),
    );
    for (const finding of part) show(finding, text, out);
    out.line('');
  }
}

function show({ line, rule, message, mend, ...place }: Finding, { lines, above }: Text, out: Out): void {
  const at = { zh: `第${line}行`, en: `line ${line}` }[out.language];
  out.line(`  ${at}  ${rule}  ${marked(place, lines[line - 1] ?? '', out)}`);
  const path = above(line);
  if (path !== '') out.line({ zh: `    位于 ${path}`, en: `    under ${path}` });
  out.line({ zh: `    ${message.zh}${mend.zh}`, en: `    ${message.en} ${mend.en}` });
}

/** The quote between 【 and 】 with a few words around it; a long one by its beginning and its end. */
function marked({ column, quote }: Pick<Finding, 'column' | 'quote'>, line: string, out: Out): string {
  const end = column + quote.length;
  const before = line.slice(Math.max(0, column - AROUND), column).trimStart();
  const behind = line.slice(end, end + AROUND).trimEnd();
  const part = quote.length <= 40 ? quote : `${quote.slice(0, 28)}……${quote.slice(-8)}`;
  const [open, shut] = [column > AROUND ? '…' : '', end + AROUND < line.length ? '…' : ''];
  return `${open}${before}${out.strong(`【${part}】`)}${behind}${shut}`;
}

function total(findings: readonly Finding[]): Words {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, advice] = [count('error'), count('warning'), count('advice')];
  return {
    zh: `共 ${findings.length} 处：错误 ${errors}，疑点 ${warnings}，建议 ${advice}。`,
    en: `${findings.length} findings: ${errors} errors, ${warnings} warnings, ${advice} of advice.`,
  };
}
