import { Button } from 'antd';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { WaysOut } from '../../ui/verb-form/ways-out.tsx';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { Others } from './others.tsx';

/** What is open above the page. */
export type Sheet = 'agree' | 'give-back' | 'instruct' | null;

interface BarProps {
  readonly chapter: Chapter;
  readonly isHeld: boolean;
  readonly onOpen: (sheet: Sheet) => void;
}

/** 同意 | 退回修改 | 更多, with the reason where it cannot be now. */
export function Bar({ chapter, isHeld, onOpen }: BarProps) {
  const words = useSaid(CHAPTER);
  const why = useWhyNot(chapter, isHeld);
  const can = (command: string): boolean => chapter.may.some((one) => one.command === command && one.allowed);
  return (
    <div className="chapter-bar" role="group" aria-label={words.bar}>
      {why !== null && (
        <div className="chapter-why">
          {why}
          <WaysOut verb="chapter.sign-off" thing={chapter} />
        </div>
      )}
      <div className="chapter-buttons">
        <Button
          size="large"
          type="primary"
          disabled={why !== null || chapter.data.text === null}
          onClick={() => onOpen('agree')}
        >
          {words.agree}
        </Button>
        <Button size="large" disabled={isHeld || !can('chapter.return')} onClick={() => onOpen('give-back')}>
          {words.giveBack}
        </Button>
        <Others chapter={chapter} onInstruct={() => onOpen('instruct')} />
      </div>
    </div>
  );
}

/** Why 同意 cannot be pressed; null where it can. */
function useWhyNot(chapter: Chapter, isHeld: boolean): string | null {
  const words = useSaid(CHAPTER);
  const { language } = useSpeech();
  const { liveness } = usePresent();
  const asked = chapter.may.find(({ command }) => command === 'chapter.sign-off');
  if (isHeld) return words.movedOn;
  if (liveness === 'offline') return words.offline;
  return asked?.allowed ? null : `${words.cannot}${colon(language)}${asked?.said?.[language] ?? ''}`;
}
