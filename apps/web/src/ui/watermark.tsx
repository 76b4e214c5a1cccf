import type { ReactNode } from 'react';
import { usePresent } from '../frame/signed-in.tsx';
import { dayWords, timeWords } from '../words/day.ts';
import { FRAME } from '../words/frame.ts';
import { useSaid, useSpeech } from '../words/language.tsx';
import './watermark.css';

const TIMES = 24;

/** 内部资料, as it is read or printed: who, in which post, when. It lies over the text and is in nobody's way. */
export function Watermark({ children }: { readonly children: ReactNode }) {
  const { me } = usePresent();
  const { language } = useSpeech();
  const { mark } = useSaid(FRAME);
  const [first] = me.capacities;
  const said = `${mark} ${me.name ?? ''} ${first?.title ?? ''} ${dayWords(me.now, language)} ${timeWords(me.now)}`;
  return (
    <div className="watermark">
      {children}
      <div className="watermark-over" aria-hidden>
        {Array.from({ length: TIMES }, (_, i) => (
          <span key={i} data-said={said} />
        ))}
      </div>
    </div>
  );
}
