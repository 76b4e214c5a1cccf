import { Button } from 'antd';
import { useId, useState } from 'react';
import { CONSOLE } from '../../words/console.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { Asking, Line } from './asking.tsx';
import { mayCorrect } from './corrected.ts';
import { VOTES, type Vote } from './entry.ts';
import { useScene } from './scene.ts';
import { attendanceOf, outcomeNow } from './sums.ts';
import { Was } from './was.tsx';

type Numbers = { readonly [K in Vote]: number };
const NONE: Numbers = { yes: 0, no: 0, abstain: 0 };

/** 举手表决: three counts; counting again replaces the count, and both stay on the record. */
export function Hands() {
  const words = useSaid(CONSOLE);
  const { thing, room } = useScene();
  const { hands, status } = room;
  return (
    <div className="votes-box">
      <h3>{words.hands}</h3>
      {hands && <p className="sentence">{words.counted(hands.yes, hands.no, hands.abstain)}</p>}
      <Was of="hands" />
      {status === 'declared' && hands && mayCorrect(thing) && <Recount was={hands} />}
      {status === 'put' && <Counting />}
    </div>
  );
}

/** The counts as they are taken, and what they come to. */
function Counting() {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { thing, room, entries } = useScene();
  const [counts, setCounts] = useState<Numbers>(room.hands ?? NONE);
  const would = outcomeNow(thing.data.rule, attendanceOf(thing.data, room), counts);
  const said = words.counted(counts.yes, counts.no, counts.abstain);
  return (
    <>
      <div className="hand-counts">
        <Counters counts={counts} onWrite={setCounts} />
        <Button
          type="primary"
          disabled={!would}
          onClick={() => entries.note({ verb: 'meeting.count', body: counts, said })}
        >
          {room.hands ? words.recount : words.count}
        </Button>
      </div>
      {would && (
        <p className="soft">{`${words.wouldBe}${colon(language)}${language === 'zh' ? would.sum : would.sumEn}`}</p>
      )}
    </>
  );
}

interface CountersProps {
  readonly counts: Numbers;
  readonly onWrite: (counts: Numbers) => void;
}

function Counters({ counts, onWrite }: CountersProps) {
  const words = useSaid(CONSOLE);
  return VOTES.map((vote) => (
    <Counter
      key={vote}
      label={words.vote[vote]}
      value={counts[vote]}
      onWrite={(n) => onWrite({ ...counts, [vote]: n })}
    />
  ));
}

/** 更正票数 after the resolution: with a reason, and only as long as the outcome stands. */
function Recount({ was }: { readonly was: Numbers }) {
  const words = useSaid(CONSOLE);
  const { entries } = useScene();
  const [counts, setCounts] = useState<Numbers>(was);
  const [reason, setReason] = useState('');
  const isChanged = VOTES.some((vote) => counts[vote] !== was[vote]);
  const send = (): void => {
    const said = words.saysRecount(words.counted(counts.yes, counts.no, counts.abstain));
    entries.note({ verb: 'meeting.count', body: { ...counts, reason: reason.trim() }, said });
    setReason('');
  };
  return (
    <Asking
      label={words.recount}
      action={words.recount}
      canSend={isChanged && reason.trim() !== ''}
      onSend={send}
    >
      <Counters counts={counts} onWrite={setCounts} />
      <Line label={words.correctWhy} value={reason} onWrite={setReason} />
    </Asking>
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
