import type { Meeting } from '../../api/generated/types.gen.ts';
import { CONGRESS } from '../../words/congress.ts';
import { useSaid } from '../../words/language.tsx';
import { SheetHead } from './sheet-head.tsx';

interface SheetProps {
  readonly thing: Meeting;
}

/** 表决票 with 清点表 below it: the ballot to be copied, and the count of them. */
export function BallotSheet({ thing }: SheetProps) {
  const words = useSaid(CONGRESS);
  const { cols } = words;
  return (
    <section className="pack-sheet">
      <SheetHead thing={thing} title={words.sheets.ballot} />
      <table>
        <thead>
          <tr>
            <th className="wide">{cols.item}</th>
            <th>{cols.yes}</th>
            <th>{cols.no2}</th>
            <th>{cols.abstain}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{thing.data.item.title}</td>
            <td />
            <td />
            <td />
          </tr>
        </tbody>
      </table>
      <p>{words.ballotHow}</p>
      <CountSheet />
      <p className="pack-signs">
        <span>{words.teller}</span>
        <span>{words.scrutineer}</span>
      </p>
    </section>
  );
}

/** 清点表. */
function CountSheet() {
  const words = useSaid(CONGRESS);
  return (
    <>
      <h3>{words.sheets.count}</h3>
      <table>
        <tbody>
          <tr>
            {words.countLines.map((line) => (
              <th key={line}>{line}</th>
            ))}
          </tr>
          <tr>
            {words.countLines.map((line) => (
              <td key={line} className="pack-tall" />
            ))}
          </tr>
        </tbody>
      </table>
    </>
  );
}

/** 会议纪要, to be written by hand. */
export function MinutesSheet({ thing }: SheetProps) {
  const words = useSaid(CONGRESS);
  return (
    <section className="pack-sheet">
      <SheetHead thing={thing} title={words.sheets.minutes} />
      <table>
        <tbody>
          {words.minutesLines.map((line, at) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td className={at >= words.minutesLines.length - 2 ? 'wide pack-space' : 'wide'} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="pack-signs">
        <span>{words.chair}</span>
        <span>{words.recorder}</span>
      </p>
    </section>
  );
}
