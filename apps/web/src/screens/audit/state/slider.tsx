import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { auditorQuery, timelineQuery } from '../../../api/audit.ts';
import type { AsOf } from '../../../api/audit-generated/types.gen.ts';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { fieldOf, instantOf, momentWords } from '../moment.ts';
import { stepsOf } from './steps.ts';

interface SliderProps {
  readonly of: string;
  /** Up to where what is shown now goes. */
  readonly shown: AsOf | null;
  /** What was asked for; null is now. */
  readonly at: string | null;
  readonly onGo: (at: string | null) => void;
}

/** The instant: dragged, walked with the arrow keys, or written to the minute. */
export function Slider({ of, shown, at, onGo }: SliderProps) {
  const first = useFirst(of);
  const now = useQuery(auditorQuery).data?.now;
  const words = useSaid(AUDIT_TIME);
  if (!first || now === undefined) return <div className="audit-slider sheet" aria-busy="true" />;
  const value = instantOfWish(at, shown, now);
  return (
    <div key={value} className="audit-slider sheet">
      <Dial begin={first.at} end={now} value={value} onGo={onGo} />
      <div className="audit-slider-exact">
        <Exact label={words.exact} value={value} onGo={onGo} />
        <Back shown={shown} onGo={onGo} />
        <Button size="large" disabled={at === null} onClick={() => onGo(null)}>
          {words.now}
        </Button>
      </div>
    </div>
  );
}

/** The first entry of the case; undefined until it is known. */
const useFirst = (of: SliderProps['of']) =>
  useInfiniteQuery(timelineQuery({ case: of, order: 'asc' })).data?.pages[0]?.items[0];

/** To where things stood before the entry that is shown last. */
function Back({ shown, onGo }: Pick<SliderProps, 'shown' | 'onGo'>) {
  const { back } = useSaid(AUDIT_TIME);
  const before = shown && shown.index > 0 ? String(shown.index - 1) : null;
  return (
    <Button size="large" disabled={before === null} onClick={() => onGo(before)}>
      {back}
    </Button>
  );
}

/** An address may name an instant, or an entry: that one's own time then. */
function instantOfWish(at: string | null, shown: AsOf | null, now: string): string {
  if (at === null) return now;
  return at.includes('T') ? at : (shown?.at ?? now);
}

interface DialProps extends Pick<SliderProps, 'onGo'> {
  readonly begin: string;
  readonly end: string;
  readonly value: string;
}

function Dial({ begin, end, value, onGo }: DialProps) {
  const words = useSaid(AUDIT_TIME);
  const { language } = useSpeech();
  const id = useId();
  const { count, placeOf, instantAt } = stepsOf(begin, end);
  const [pulled, setPulled] = useState<number | null>(null);
  const said = momentWords(pulled === null ? value : instantAt(pulled), language);
  // Every instant is a question that is noted: only where the hand lets go is one asked.
  const letGo = (): void => {
    if (pulled !== null) onGo(pulled >= count ? null : instantAt(pulled));
  };
  return (
    <>
      <label htmlFor={id}>
        {words.slider} <output htmlFor={id}>{said}</output>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={count}
        value={pulled ?? placeOf(value)}
        aria-valuetext={said}
        onChange={({ target }) => setPulled(Number(target.value))}
        onPointerUp={letGo}
        onKeyUp={letGo}
        onBlur={letGo}
      />
      <p className="audit-ends soft" aria-hidden>
        <span>{momentWords(begin, language)}</span>
        <span>{words.now}</span>
      </p>
    </>
  );
}

interface ExactProps {
  readonly label: string;
  readonly value: string;
  readonly onGo: (at: string) => void;
}

/** An instant, written. */
export function Exact({ label, value, onGo }: ExactProps) {
  const id = useId();
  const [written, write] = useState(fieldOf(value));
  const go = (): void => {
    if (written !== '' && written !== fieldOf(value)) onGo(instantOf(written));
  };
  return (
    <div className="audit-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        value={written}
        onChange={({ target }) => write(target.value)}
        onBlur={go}
        onKeyDown={({ key }) => key === 'Enter' && go()}
      />
    </div>
  );
}
