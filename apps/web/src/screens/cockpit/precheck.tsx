import { PLURALS } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Precheck as PrecheckView } from '../../api/generated/types.gen.ts';
import { useSaid, useSpeech, useWords } from '../../words/language.tsx';
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
  const sums = takes.map(({ n, unit }) => `${n}${words.unit[unit]}`).join('、');
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
  const { said, by, takes, basis, about, doors } = stop;
  return (
    <li>
      <span className="row-title">
        <strong>
          {about === null ? said[language] : <Link to={screenFor(about)}>{said[language]}</Link>}
        </strong>
        {basis !== null && <span className="soft">{basisOf(basis)}</span>}
      </span>
      {by.length > 0 && (
        <span>
          {words.by}：{by.join('、')}
        </span>
      )}
      {takes && <span className="soft">{takes.said[language]}</span>}
      {doors.length > 0 && (
        <span>
          {words.doors}：{doors.map(({ words: door }) => door[language]).join('、')}
        </span>
      )}
    </li>
  );
}

/** A case has its overview; everything else the screen of its kind. */
function screenFor(stream: string): string {
  const [kind = '', id = ''] = stream.split('/');
  return kind === 'case' ? `/plans/${id}` : `/${PLURALS[kind] ?? kind}/${id}`;
}
