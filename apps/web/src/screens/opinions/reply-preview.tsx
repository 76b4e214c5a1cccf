import type { OpinionLine } from '../../api/generated/types.gen.ts';
import { useSaid, useWords } from '../../words/language.tsx';
import { OPINION_DESK } from '../../words/opinion-desk.ts';
import type { Choice } from './choice.ts';

interface ReplyPreviewProps {
  readonly item: OpinionLine;
  readonly choice: Choice;
  readonly reason: string;
}

/** What whoever gave the opinion will read of it. */
export function ReplyPreview({ item: { no, wording }, choice, reason }: ReplyPreviewProps) {
  const { opinions: words } = useWords();
  const said = useSaid(OPINION_DESK);
  return (
    <details className="opinions-reply">
      <summary>{said.reply}</summary>
      <blockquote>
        <p>
          {said.replyOf(no)}：{wording ?? words.erased}
        </p>
        <p>
          {said.replyResult}：<strong>{words.choices[choice]}</strong>
        </p>
        <p>
          {said.replyReason}：{reason.trim() === '' ? said.replyNoReason : reason}
        </p>
      </blockquote>
    </details>
  );
}
