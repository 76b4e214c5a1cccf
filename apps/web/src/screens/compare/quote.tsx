import { Button } from 'antd';
import { useState } from 'react';
import { useDraft } from '../../drafts/use-draft.ts';
import { COMPARE } from '../../words/compare.ts';
import { useSaid } from '../../words/language.tsx';
import { wordsOf, type ChangeRow } from './rows.ts';

const LONGEST = 30;

interface QuoteProps {
  readonly row: ChangeRow;
  /** The draft of the return that it is quoted in. */
  readonly draft: string;
}

/** Puts the words of a change into the draft of the return, to be commented on there. */
export function Quote({ row, draft: subject }: QuoteProps) {
  const words = useSaid(COMPARE);
  const [isDone, setDone] = useState(false);
  const draft = useDraft(subject);
  const put = (): void => {
    const said = wordsOf(row).trim();
    const short = said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
    draft.write(`${draft.text}${draft.text === '' ? '' : '\n'}${words.quote(short)}`);
    setDone(true);
  };
  return isDone ? (
    <span className="soft" role="status">
      {words.said}
    </span>
  ) : (
    <Button type="link" className="compare-quote" onClick={put}>
      {words.say}
    </Button>
  );
}
