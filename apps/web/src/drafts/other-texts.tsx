import { Button } from 'antd';
import { DRAFTS } from '../words/drafts.ts';
import { useSaid } from '../words/language.tsx';
import './drafts.css';

interface OtherTextsProps {
  readonly others: readonly string[];
  readonly swap: (other: string) => void;
  readonly forget: (other: string) => void;
  /** What people read of a kept text that is no text for people; null where nothing can be read of it. */
  readonly read?: (kept: string) => string | null;
}

/** What a form keeps is no text for people. */
const plain = (kept: string): string | null => (/^[[{]/.test(kept) ? null : kept);

/** Texts of one's other machines that differ from the one shown: nothing of them is lost, and nothing chosen for anybody. */
export function OtherTexts({ others, swap, forget, read = plain }: OtherTextsProps) {
  const words = useSaid(DRAFTS);
  if (others.length === 0) return null;
  return (
    <section className="drafts-other" role="status">
      <p>
        <strong>{words.title}</strong>
      </p>
      {others.map((other) => (
        <div key={other}>
          <blockquote>{read(other) ?? words.form}</blockquote>
          <div className="drafts-bar">
            <Button onClick={() => swap(other)}>{words.swap}</Button>
            <Button type="text" onClick={() => forget(other)}>
              {words.forget}
            </Button>
          </div>
        </div>
      ))}
      <p className="soft">{words.hint}</p>
    </section>
  );
}
