import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid } from '../../words/language.tsx';
import { ByFile } from './by-file.tsx';
import { ByText } from './by-text.tsx';
import { Template } from './template.tsx';
import './hand-in.css';
import { isIn, kindOf, type Submitted } from './submitted.ts';

interface HandInProps {
  readonly thing: Submitted;
  readonly seen: string | null;
  /** It may be handed in now; the receipt of what just was stays where it may not any more. */
  readonly isOffered: boolean;
  /** 配合材料 of a supporting department in place of the chapter itself. */
  readonly isInput?: boolean;
}

/** 报送: a file or a text, and one press that says it is handed in. */
export function HandIn({ thing, seen, isOffered, isInput = false }: HandInProps) {
  const words = useSaid(HAND_IN);
  const { verb, title } = askedOf(thing, isInput);
  const { press, acting } = useAct({ verb, id: thing.id, seen });
  const [isAgain, setAgain] = useState(false);
  if (acting.at === 'done')
    return (
      <div className="handin-receipt">
        <ReceiptNote answer={acting.answer} />
      </div>
    );
  if (!isOffered) return null;
  if (isIn(thing) && !isInput && !isAgain) return <Again onAgain={() => setAgain(true)} />;
  return <Ways thing={thing} verb={verb} title={words.title[title]} acting={acting} press={press} />;
}

/** What is handed in here, as a verb and by its heading. */
const askedOf = (thing: Submitted, isInput: boolean) =>
  isInput
    ? ({ verb: 'chapter.give-input', title: 'input' } as const)
    : ({ verb: `${kindOf(thing)}.submit`, title: kindOf(thing) } as const);

type WaysProps = Pick<Parameters<typeof ByText>[0], 'thing' | 'verb' | 'acting'> & {
  readonly title: string;
  readonly press: ReturnType<typeof useAct>['press'];
};

/** A file or a text; what was begun in one way is there when one comes back to it. */
function Ways({ title, ...form }: WaysProps) {
  const words = useSaid(HAND_IN);
  const { thing, verb, acting, press } = form;
  const [way, setWay] = useState<'file' | 'text'>('file');
  const options = [
    { value: 'file' as const, label: words.byFile },
    { value: 'text' as const, label: words.byText },
  ];
  return (
    <section className="sheet stage handin" aria-label={title}>
      <header className="handin-head">
        <h2>{title}</h2>
        {verb.endsWith('.submit') && <Template thing={thing} />}
        <Segmented aria-label={words.how} size="large" options={options} value={way} onChange={setWay} />
      </header>
      {way === 'file' ? <ByFile label={thing.label} acting={acting} press={press} /> : <ByText {...form} />}
    </section>
  );
}

/** What came in already may be put right: the last one counts. */
function Again({ onAgain }: { readonly onAgain: () => void }) {
  const words = useSaid(HAND_IN);
  return (
    <p className="sheet stage handin handin-way">
      <span>{words.mayAgain}</span>
      <Button size="large" onClick={onAgain}>
        {words.goAgain}
      </Button>
    </p>
  );
}
