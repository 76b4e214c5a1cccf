import type { OpinionLine } from '../../api/generated/types.gen.ts';
import { useSaid, useSpeech, useWords } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { OPINION_DESK } from '../../words/opinion-desk.ts';
import type { Choice } from './choice.ts';

interface ReplyPreviewProps {
  readonly item: OpinionLine;
  readonly choice: Choice;
  readonly reason: string;
}

/** What whoever gave the opinion will read of it. */
export function ReplyPreview({ item: { no, wording }, choice, reason }: ReplyPreviewProps) {
  const { language } = useSpeech();
  const { opinions: words } = useWords();
  const said = useSaid(OPINION_DESK);
  return (
    <details className="opinions-reply">
      <summary>{said.reply}</summary>
      <blockquote>
        <p>
          {said.replyOf(no)}
          {colon(language)}
          {wording ?? words.erased}
        </p>
        <p>
          {said.replyResult}
          {colon(language)}
          <strong>{words.choices[choice]}</strong>
        </p>
        <p>
          {said.replyReason}
          {colon(language)}
          {reason.trim() === '' ? said.replyNoReason : reason}
        </p>
      </blockquote>
    </details>
  );
}
