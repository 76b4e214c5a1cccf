import { CheckOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { Difference } from '../../text/difference.tsx';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { SHOW } from '../../words/show.ts';
import { decidedText, type Decided } from './altered.ts';
import type { Canned } from './canned.ts';

/** A passage that ends with a line and holds a figure: what people would change on the quiet. */
const passageOf = (text: string): string =>
  text.split('\n').find((line) => line.length < 160 && /达到\d+/.test(line)) ?? text.slice(0, 80);

/** One character is changed after the bodies have decided, and 印发预检 names who decided what. */
export function AlteredStep({ canned: { record } }: { readonly canned: Canned }) {
  const { altered: said } = useSaid(SHOW);
  const decided = useMemo(() => decidedText(record), [record]);
  const passage = useMemo(() => passageOf(decided.text), [decided]);
  const [typed, setTyped] = useState(passage);
  return (
    <>
      <h2>{said.title}</h2>
      <p>{said.lead}</p>
      <div className="show-beside show-beside-text">
        <div>
          <label className="show-label" htmlFor="show-passage">
            {said.label}
          </label>
          <textarea
            id="show-passage"
            className="show-passage"
            lang="zh-CN"
            rows={4}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button disabled={typed === passage} onClick={() => setTyped(passage)}>
            {said.restore}
          </Button>
        </div>
        <Judgement decided={decided} text={decided.text.replace(passage, () => typed)} />
      </div>
    </>
  );
}

interface JudgementProps {
  readonly decided: Decided;
  readonly text: string;
}

function Judgement({ decided, text }: JudgementProps) {
  const { altered: said } = useSaid(SHOW);
  const { language } = useSpeech();
  const stops = useMemo(() => decided.stopsOf(text), [decided, text]);
  const difference = decided.differenceOf(text);
  if (stops.length === 0)
    return (
      <section className="sheet show-judgement show-good" role="status">
        <CheckOutlined aria-hidden /> {said.same}
      </section>
    );
  return (
    <section className="sheet show-judgement" role="status">
      <p className="due-late">{said.stopped(stops.length)}</p>
      {difference && <Difference {...difference} />}
      <ul>
        {stops.map((stop) => (
          <li key={stop.said.zh}>
            {stop.said[language]}
            {stop.takes && <span className="soft">（{stop.takes.said[language]}）</span>}
            {stop.basis !== null && <span className="soft show-basis">{stop.basis}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
