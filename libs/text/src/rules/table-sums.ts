import type { Plan } from '../plan.ts';
import type { Shaped } from '../shape.ts';
import { say, wholeLine, type Hit } from '../checkup/rule.ts';

/** A line of a table and its cells. */
interface Row {
  readonly line: Shaped;
  readonly cells: readonly string[];
}

/** 合计 at the end of a table is not what stands above it. */
export function* tableSums({ lines }: Plan): Generator<Hit> {
  const written = lines.filter(({ shape }) => shape !== 'blank');
  for (const [i, line] of written.entries()) {
    const total = rowOf(line);
    if (!total || !/^[合总][\s\u3000]*计$/u.test(labelOf(total))) continue;
    const above = rowsAbove(written.slice(0, i), total);
    for (const column of total.cells.keys()) {
      const says = wrongSum(above, total, column);
      if (says) yield { at: wholeLine(line), says };
    }
  }
}

function rowOf(line: Shaped): Row | undefined {
  const inner = line.text.trim().replace(/^\||\|$/gu, '');
  if (/\|/u.test(inner)) return { line, cells: inner.split('|').map((cell) => cell.trim()) };
  return /\t/u.test(line.text)
    ? { line, cells: line.text.split('\t').map((cell) => cell.trim()) }
    : undefined;
}

const labelOf = ({ cells }: Row): string => cells.find((cell) => cell !== '') ?? '';

/** The lines of the same table, its head first; none where some of them are parts of others. */
function rowsAbove(lines: readonly Shaped[], { cells }: Row): readonly Row[] {
  const rows: Row[] = [];
  for (const line of [...lines].reverse()) {
    const row = rowOf(line);
    if (!row || row.cells.length !== cells.length) break;
    if (/其中|小计|[合总]\s*计/u.test(row.cells.join(' '))) return [];
    if (!/^[-:\s|]+$/u.test(line.text)) rows.unshift(row);
  }
  return rows;
}

/** A share, a mean, a price or a number of the row is not summed. */
const NOT_SUMMED = /率|比|均|单价|序号|编号|年份|年度|标准|%|％|‰|级/u;
const NUMBER = /^\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/u;

const isNumber = (cell: string): boolean => NUMBER.test(cell);

const isSummed = (title: string): boolean => !NOT_SUMMED.test(title) && !isNumber(title);

function wrongSum([head, ...rows]: readonly Row[], total: Row, column: number): Hit['says'] | undefined {
  if (!head) return undefined;
  const [title = '', stated = '', ...parts] = [head, total, ...rows].map(({ cells }) => cells[column] ?? '');
  if (rows.length < 2 || !isSummed(title) || ![stated, ...parts].every(isNumber)) return undefined;
  const { sum, slack, digits } = sumOf(parts, stated);
  if (Math.abs(sum - numberOf(stated)) <= slack + 1e-9) return undefined;
  const real = sum.toFixed(digits);
  return say(
    `“${title}”各行合计${real}，表中为${stated}。`,
    `The rows of “${title}” come to ${real}, not to ${stated}.`,
  );
}

/** Values with a fraction may be rounded, each by half a step of its last digit. */
function sumOf(parts: readonly string[], stated: string) {
  const digits = Math.max(...[stated, ...parts].map((cell) => cell.split('.')[1]?.length ?? 0));
  const sum = parts.reduce((all, part) => all + numberOf(part), 0);
  return { sum, digits, slack: digits === 0 ? 0 : (parts.length + 1) * 0.5 * 10 ** -digits };
}

const numberOf = (cell: string): number => Number(cell.replaceAll(/[,，]/gu, ''));
