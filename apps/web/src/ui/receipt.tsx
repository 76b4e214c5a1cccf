import { Link } from 'react-router';
import type { CommandAnswer } from '../api/generated/types.gen.ts';
import { dayWords, timeWords } from '../words/day.ts';
import { useSpeech, useWords } from '../words/language.tsx';
import { colon } from '../words/marks.ts';

/** 回执: that it is recorded, when and under which number, what shows, and where to go on. */
export function ReceiptNote({ answer }: { readonly answer: CommandAnswer }) {
  const { receipt: words } = useWords();
  const { language } = useSpeech();
  const { receipt, notices } = answer;
  return (
    <section className="sheet done" role="status">
      <h2>{words.title}</h2>
      {receipt && (
        <p>
          {dayWords(receipt.at, language)} {timeWords(receipt.at)} · {words.number}{' '}
          <code>{receipt.leafHash.slice(0, 8)}</code>
        </p>
      )}
      {notices.map(({ rule, said }) => (
        <p key={rule} className="due-soon">
          {words.notice}
          {colon(language)}
          {said[language]}
        </p>
      ))}
      <Link to="/">{words.next}</Link>
    </section>
  );
}
