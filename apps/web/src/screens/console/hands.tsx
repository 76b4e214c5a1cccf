import { Button } from 'antd';
import { useId, useState } from 'react';
import { CONSOLE } from '../../words/console.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { VOTES, type Vote } from './entry.ts';
import { useScene } from './scene.ts';
import { attendanceOf, outcomeNow } from './sums.ts';

type Numbers = { readonly [K in Vote]: number };
const NONE: Numbers = { yes: 0, no: 0, abstain: 0 };

/** 举手表决: three counts; counting again replaces the count, and both stay on the record. */
export function Hands() {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { thing, room, entries } = useScene();
  const [counts, setCounts] = useState<Numbers>(room.hands ?? NONE);
  const would = outcomeNow(thing.data.rule, attendanceOf(thing.data, room), counts);
  const isPut = room.status === 'put';
  const send = (): void =>
    entries.note({
      verb: 'meeting.count',
      body: counts,
      said: words.counted(counts.yes, counts.no, counts.abstain),
    });
  return (
    <div className="votes-box">
      <h3>{words.hands}</h3>
      {room.hands && (
        <p className="sentence">{words.counted(room.hands.yes, room.hands.no, room.hands.abstain)}</p>
      )}
      {isPut && (
        <div className="hand-counts">
          {VOTES.map((vote) => (
            <Counter
              key={vote}
              label={words.vote[vote]}
              value={counts[vote]}
              onWrite={(n) => setCounts({ ...counts, [vote]: n })}
            />
          ))}
          <Button type="primary" disabled={!would} onClick={send}>
            {room.hands ? words.recount : words.count}
          </Button>
        </div>
      )}
      {would && (
        <p className="soft">{`${words.wouldBe}${colon(language)}${language === 'zh' ? would.sum : would.sumEn}`}</p>
      )}
    </div>
  );
}

interface CounterProps {
  readonly label: string;
  readonly value: number;
  readonly onWrite: (n: number) => void;
}

/** A number of hands or ballots. */
export function Counter({ label, value, onWrite }: CounterProps) {
  const id = useId();
  return (
    <p className="counter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={0}
        value={value}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => onWrite(Math.max(0, Math.trunc(Number(target.value))))}
      />
    </p>
  );
}
