import { pageOf } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Precheck as PrecheckView } from '../../api/generated/types.gen.ts';
import { Difference } from '../../text/difference.tsx';
import { useSaid, useSpeech, useWords } from '../../words/language.tsx';
import { colon, comma } from '../../words/marks.ts';
import { TIMETABLE } from '../../words/timetable.ts';
import { precheckQuery } from './queries.ts';

/** 印发预检, for whoever may see it: what would stop the issue today, who settles it, how long it takes. */
export function Precheck({ id }: { readonly id: string }) {
  const { data } = useQuery({ ...precheckQuery(id), retry: false });
  return data ? <Stops of={data} /> : null;
}

function Stops({ of: { standing, words: said, stops, takes } }: { readonly of: PrecheckView }) {
  const words = useSaid(TIMETABLE);
  const { language } = useSpeech();
  const sums = takes.map(({ n, unit }) => `${n}${words.unit[unit]}`).join(comma(language));
  return (
    <section aria-label={words.precheck}>
      <h2>{words.precheck}</h2>
      <p className={standing === 'stopped' ? 'due-soon' : undefined}>
        {said[language]}
        {sums !== '' && ` · ${words.takes}${sums}`}
      </p>
      {stops.length > 0 && (
        <ol className="sheet rows cockpit-stops">
          {stops.map((stop) => (
            <Stop key={`${stop.rule} ${stop.said.zh}`} stop={stop} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Stop({ stop }: { readonly stop: PrecheckView['stops'][number] }) {
  const words = useSaid(TIMETABLE);
  const { basis: basisOf } = useWords();
  const { language } = useSpeech();
  const { said, by, takes, basis, about, doors, difference } = stop;
  return (
    <li>
      <span className="row-title">
        <strong>{about === null ? said[language] : <Link to={pageOf(about)}>{said[language]}</Link>}</strong>
        {basis !== null && <span className="soft">{basisOf(basis)}</span>}
      </span>
      {difference && (
        <div className="cockpit-apart">
          <Difference {...difference} />
        </div>
      )}
      {by.length > 0 && (
        <span>
          {words.by}
          {colon(language)}
          {by.join(comma(language))}
        </span>
      )}
      {takes && <span className="soft">{takes.said[language]}</span>}
      {doors.length > 0 && (
        <span>
          {words.doors}
          {colon(language)}
          {doors.map(({ words: door }) => door[language]).join(comma(language))}
        </span>
      )}
    </li>
  );
}
