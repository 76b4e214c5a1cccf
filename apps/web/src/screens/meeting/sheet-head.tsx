import type { Meeting } from '../../api/generated/types.gen.ts';
import { dayWords, timeWords } from '../../words/day.ts';
import { useSpeech } from '../../words/language.tsx';

interface SheetHeadProps {
  readonly thing: Meeting;
  readonly title: string;
}

/** The head of each sheet: the body, when and where. */
export function SheetHead({ thing: { data }, title }: SheetHeadProps) {
  const { language } = useSpeech();
  return (
    <header>
      <h2>{data.rule.title + (language === 'zh' ? '' : ' · ') + title}</h2>
      <p>{`${dayWords(data.at, language)} ${timeWords(data.at)}　${data.place}`}</p>
    </header>
  );
}
