import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { auditorQuery, timelineQuery } from '../../../api/audit.ts';
import type { AsOf, TimelinePage } from '../../../api/audit-generated/types.gen.ts';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { fieldOf, instantOf, isField, momentWords } from '../moment.ts';
import { InstantField } from './instant-field.tsx';
import { stepsOf } from './steps.ts';

interface SliderProps {
  readonly of: string;
  /** Up to where what is shown now goes. */
  readonly shown: AsOf | null;
  /** What was asked for; null is now. */
  readonly at: string | null;
  readonly onGo: (at: string | null) => void;
}

/**
 * The instant: dragged between the first entry and now, walked with the arrow keys, or written to the minute. Where the
 * letter's period has no entry there is nothing to drag along.
 */
export function Slider(props: SliderProps) {
  const { data: pages, isPending } = useInfiniteQuery(timelineQuery({ case: props.of }));
  const { data: auditor } = useQuery(auditorQuery);
  if (isPending || !auditor) return <div className="audit-slider sheet" aria-busy="true" />;
  return <Between {...props} begin={firstIn(pages)} end={auditor.now} />;
}

const firstIn = (found: { readonly pages: readonly TimelinePage[] } | undefined): string | null =>
  found?.pages[0]?.items[0]?.at ?? null;

interface BetweenProps extends SliderProps {
  /** The first entry; null where there is none. */
  readonly begin: string | null;
  readonly end: string;
}

function Between({ shown, at, onGo, begin, end }: BetweenProps) {
  const words = useSaid(AUDIT_TIME);
  const value = instantOfWish(at, shown, end);
  return (
    <div className="audit-slider sheet">
      {begin !== null && <Dial begin={begin} end={end} value={value} onGo={onGo} />}
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
    setPulled(null);
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

/** An instant, written; it is asked for once it is whole and somebody says so. */
function Exact({ label, value, onGo }: ExactProps) {
  const words = useSaid(AUDIT_TIME);
  const id = useId();
  const [typed, type] = useState<string | null>(null);
  const written = typed ?? fieldOf(value);
  const isNew = isField(written) && written !== fieldOf(value);
  const go = (): void => {
    if (!isNew) return;
    onGo(instantOf(written));
    type(null);
  };
  return (
    <>
      <InstantField id={id} label={label} written={written} onWrite={type} onEnter={go} />
      <Button size="large" disabled={!isNew} onClick={go}>
        {words.go}
      </Button>
    </>
  );
}
