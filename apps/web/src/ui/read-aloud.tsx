import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { FRAME } from '../words/frame.ts';
import { useSaid } from '../words/language.tsx';

/** 朗读: shown where this machine has a voice, and nowhere else. */
export function ReadAloud({ text }: { readonly text: string }) {
  const words = useSaid(FRAME);
  const [isReading, setReading] = useState(false);
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);
  if (!('speechSynthesis' in globalThis)) return null;
  const read = (): void => {
    const said = new SpeechSynthesisUtterance(text);
    said.lang = 'zh-CN';
    said.addEventListener('end', () => setReading(false));
    said.addEventListener('error', () => setReading(false));
    speechSynthesis.speak(said);
    setReading(true);
  };
  const stop = (): void => {
    speechSynthesis.cancel();
    setReading(false);
  };
  return (
    <Button className="read-aloud" onClick={isReading ? stop : read} aria-pressed={isReading}>
      {isReading ? words.readStop : words.read}
    </Button>
  );
}
