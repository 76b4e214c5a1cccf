import { useSaid, useSpeech } from '../../words/language.tsx';
import { aside, colon, semicolon } from '../../words/marks.ts';
import { INDICATORS } from '../../words/indicators.ts';
import { Judge } from './judge.tsx';
import type { Row } from './queries.ts';

export interface TableProps {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly seen: string | null;
  readonly mayConfirm: boolean;
}

/** The rows with the last plan beside the present one. */
export function Table({ id, rows, seen, mayConfirm }: TableProps) {
  const words = useSaid(INDICATORS);
  return (
    <div className="sheet dense-scroll indicators-scroll" role="region" aria-label={words.title} tabIndex={0}>
      <table className="dense indicators-table">
        <Heads />
        <tbody>
          {rows.map((row) => (
            <Line key={row.row} id={id} row={row} seen={seen} mayConfirm={mayConfirm} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heads() {
  const words = useSaid(INDICATORS);
  const before = [words.no, words.name, words.unit];
  const figures = [words.current, words.target];
  const after = [words.owner, words.due, words.state, words.inText];
  return (
    <thead>
      <tr>
        {before.map((head) => (
          <th key={head} scope="col" rowSpan={2}>
            {head}
          </th>
        ))}
        <th scope="colgroup" colSpan={2} className="indicators-span">
          {words.last}
        </th>
        {figures.map((head) => (
          <th key={head} scope="col" rowSpan={2} className="indicators-figure">
            {head}
          </th>
        ))}
        {after.map((head) => (
          <th key={head} scope="col" rowSpan={2}>
            {head}
          </th>
        ))}
      </tr>
      <tr>
        <th scope="col" className="indicators-figure">
          {words.lastBase}
        </th>
        <th scope="col" className="indicators-figure">
          {words.lastTarget}
        </th>
      </tr>
    </thead>
  );
}

interface LineProps extends Omit<TableProps, 'rows'> {
  readonly row: Row;
}

const figure = (value: string | null): string => value ?? '—';

function Line({ id, row, seen, mayConfirm }: LineProps) {
  const { no, unit, last, current, target, departmentName, due } = row;
  return (
    <tr>
      <td>{no}</td>
      <Named row={row} />
      <td>{unit}</td>
      {[last.value, last.target, current, target].map((value, i) => (
        <td key={i} className="indicators-figure">
          {figure(value)}
        </td>
      ))}
      <td>{figure(departmentName)}</td>
      <td className="indicators-day">{figure(due)}</td>
      <td>
        <Standing row={row} />
        {mayConfirm && row.status === 'filled' && <Judge id={id} row={row} seen={seen} />}
      </td>
      <td>
        <InText row={row} />
      </td>
    </tr>
  );
}

function Named({ row: { name, typeWords, caliber, source } }: Pick<LineProps, 'row'>) {
  const words = useSaid(INDICATORS);
  const { language } = useSpeech();
  const made = [
    typeWords[language],
    caliber === '' ? '' : `${words.caliber}${colon(language)}${caliber}`,
    source === '' ? '' : `${words.source}${colon(language)}${source}`,
  ];
  return (
    <th scope="row">
      {name}
      <span className="soft">{made.filter((part) => part !== '').join(semicolon(language))}</span>
    </th>
  );
}

function Standing({ row: { words: said, dispositionWords, late } }: Pick<LineProps, 'row'>) {
  const words = useSaid(INDICATORS);
  const { language } = useSpeech();
  return (
    <>
      {said[language]}
      {dispositionWords && aside(dispositionWords[language], language)}
      {late && <strong className="due-late"> {words.late}</strong>}
    </>
  );
}

/** What the text says of it: one line where everything agrees, each place where something does not. */
function InText({ row: { inText } }: Pick<LineProps, 'row'>) {
  const words = useSaid(INDICATORS);
  const { language } = useSpeech();
  if (inText === null || inText.length === 0) return <span className="soft">—</span>;
  const other = inText.filter(({ state }) => state !== 'same');
  if (other.length === 0) return <span className="indicators-same">{words.same}</span>;
  return (
    <ul className="indicators-places">
      {other.map(({ written, line, words: state }) => (
        <li key={`${line} ${written}`}>
          <span className="due-soon">{state[language]}</span> {words.line(line)} {words.written}“{written}”
        </li>
      ))}
    </ul>
  );
}
