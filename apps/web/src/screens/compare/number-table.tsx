import type { NumberChange } from '@mouding/text';
import { EmptyState } from '../../ui/empty-state.tsx';
import { COMPARE } from '../../words/compare.ts';
import { useSaid } from '../../words/language.tsx';

interface NumberTableProps {
  readonly numbers: readonly NumberChange[];
  /** The lines of the new text, to say in which paragraph a number stands; null says no place. */
  readonly lines?: readonly string[] | null;
}

/** The paragraph that a line is, counted without blank ones. */
const paragraphOf = (lines: readonly string[], line: number): number =>
  lines.slice(0, line).filter((words) => words.trim() !== '').length;

/** 仅数字: every quantity that became another, with where it stands. */
export function NumberTable({ numbers, lines = null }: NumberTableProps) {
  const words = useSaid(COMPARE);
  const { name, was, now, place } = words.numberHead;
  if (numbers.length === 0) return <EmptyState title={words.noNumbers} why={words.noNumbersWhy} />;
  return (
    <div className="compare-scroll" tabIndex={0} role="group" aria-label={words.numbers}>
      <table className="compare-numbers">
        <caption className="unseen">{words.numbers}</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">{was}</th>
            <th scope="col">{now}</th>
            {lines && (
              <th scope="col" className="compare-place">
                {place}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {numbers.map((change, i) => (
            <tr key={i}>
              <th scope="row">{change.name === '' ? words.unnamed : change.name}</th>
              <td>
                <del className="marked">{change.from}</del>
              </td>
              <td>
                <ins className="marked">{change.to}</ins>
              </td>
              {lines && (
                <td className="compare-place soft">{words.line(paragraphOf(lines, change.line.b))}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
