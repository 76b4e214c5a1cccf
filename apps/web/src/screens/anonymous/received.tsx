import { UNSIGNED_RECEIVED } from '@mouding/contract';
import { Button } from 'antd';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { UNSIGNED } from '../../words/unsigned.ts';

/** That it was received, and when it will be recorded; there is no number that leads back to whoever gave it. */
export function Received({ onMore }: { readonly onMore: () => void }) {
  const words = useSaid(UNSIGNED);
  const { language } = useSpeech();
  return (
    <section className="sheet unsigned-step" role="status">
      <h2>{words.done}</h2>
      <p>{UNSIGNED_RECEIVED.said[language]}</p>
      <Button size="large" onClick={onMore}>
        {words.more}
      </Button>
    </section>
  );
}
