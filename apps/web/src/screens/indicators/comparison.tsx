import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { IndicatorComparison } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { INDICATORS } from '../../words/indicators.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { comma } from '../../words/marks.ts';
import { comparisonQuery, readsManuscripts } from './queries.ts';

/** 指标比对, for whoever reads the manuscript: text, annex, chapters, the last plan and the one above. */
export function Comparison({ id }: { readonly id: string }) {
  const { me } = usePresent();
  const { data } = useQuery({ ...comparisonQuery(id), retry: false, enabled: readsManuscripts(me) });
  return data ? <Differences of={data} /> : null;
}

/** Rows that stand open: a draft may contradict itself in a hundred places. */
const STEP = 10;

function Differences({ of: { differences, plans } }: { readonly of: IndicatorComparison }) {
  const [room, setRoom] = useState(STEP);
  const words = useSaid(INDICATORS);
  const { language } = useSpeech();
  return (
    <section aria-label={words.comparison}>
      <h2>
        {words.comparison}{' '}
        <span className="soft">{plans.map(({ title }) => title).join(comma(language))}</span>
      </h2>
      {differences.length === 0 && <p>{words.noDifference}</p>}
      <ul className="sheet rows">
        {differences.slice(0, room).map(({ kind, name, here, there, said }) => (
          <li key={`${kind} ${name} ${here.line} ${there.line}`}>
            <span className="row-title">
              <strong>{name}</strong> {said[language]}
            </span>
          </li>
        ))}
      </ul>
      {differences.length > room && (
        <Button onClick={() => setRoom(room + 5 * STEP)}>
          {words.more(Math.min(5 * STEP, differences.length - room))}
        </Button>
      )}
    </section>
  );
}
