import { Button } from 'antd';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid } from '../../words/language.tsx';

interface OthersProps {
  readonly chapter: Chapter;
  readonly onInstruct: () => void;
}

/** 更多: 批示, the slip to sign on paper, for the office 代录签批, and whatever else may be done with the chapter. */
export function Others({ chapter, onInstruct }: OthersProps) {
  const words = useSaid(CHAPTER);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const closed = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || !isOpen) return;
    setOpen(false);
    button.current?.focus();
  };
  const instruct = (): void => {
    setOpen(false);
    onInstruct();
  };
  return (
    <div className="chapter-others" onKeyDown={closed}>
      <Button
        ref={button}
        size="large"
        block
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {words.others}
      </Button>
      <div id={id} className="sheet chapter-menu" hidden={!isOpen}>
        <Items chapter={chapter} onInstruct={instruct} />
      </div>
    </div>
  );
}

function Items({ chapter, onInstruct }: OthersProps) {
  const words = useSaid(CHAPTER);
  const can = (verb: string): boolean =>
    chapter.may.some(({ command, allowed }) => command === verb && allowed);
  const text = chapter.data.text?.hash;
  return (
    <>
      {can('chapter.instruct') && (
        <button type="button" onClick={onInstruct}>
          {words.instruct}
        </button>
      )}
      {text !== undefined && (
        <a href={`/v1/chapters/${chapter.id}/papers/slip.pdf`} download>
          {words.slip}
        </a>
      )}
      {text !== undefined && can('chapter.record-sign-off') && (
        <Link to={`/slips/${chapter.id}/${text}`}>{words.recordSlip}</Link>
      )}
      <Link to={`/chapters/${chapter.id}/asks`}>{words.everything}</Link>
    </>
  );
}
