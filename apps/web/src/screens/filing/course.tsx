import { CheckOutlined } from '@ant-design/icons';
import type { Filing } from '../../api/generated/types.gen.ts';
import { dueDay, isoDay } from '../../words/day.ts';
import { FILING } from '../../words/filing.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';

interface Course {
  readonly step: 'pack' | 'send' | 'receipt' | 'answer';
  readonly isDone: boolean;
  readonly said: string;
}

/** 备齐材料 → 报送 → 签收 → 答复, as far as it came. */
export function FilingCourse({ data }: { readonly data: Filing['data'] }) {
  const words = useSaid(FILING);
  return (
    <ol className="filing-course" aria-label={words.steps}>
      {useCourse(data).map(({ step, isDone, said }) => (
        <li key={step} className={isDone ? 'filing-done' : undefined}>
          <strong>{words.step[step]}</strong>
          <br />
          {isDone && <CheckOutlined aria-hidden />} {said}
        </li>
      ))}
    </ol>
  );
}

function useCourse({ no, channel, party, receipt, answer, answerBy }: Filing['data']): readonly Course[] {
  const words = useSaid(FILING);
  const { language } = useSpeech();
  const isSent = party !== null;
  const by = channel === null ? '' : ` · ${inWords(words.channels, channel)}`;
  const awaited = isSent && answerBy !== null ? words.answerBy(dueDay(answerBy, language)) : words.waiting;
  return [
    { step: 'pack', isDone: isSent, said: isSent ? words.done : words.waiting },
    { step: 'send', isDone: isSent, said: isSent ? `${words.sentNo(no)}${by}` : words.waiting },
    {
      step: 'receipt',
      isDone: receipt !== null,
      said: receipt === null ? words.waiting : words.receiptNo(receipt.number, isoDay(receipt.on, language)),
    },
    {
      step: 'answer',
      isDone: answer !== null,
      said: answer === null ? awaited : answered(words, answer),
    },
  ];
}

const inWords = (words: { readonly [key: string]: string }, key: string): string => words[key] ?? key;

function answered(
  words: typeof FILING.zh,
  { outcome, number, points }: NonNullable<Filing['data']['answer']>,
): string {
  return [
    inWords(words.outcomes, outcome),
    number === '' ? '' : words.answerNo(number),
    points > 0 ? words.points(points) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
