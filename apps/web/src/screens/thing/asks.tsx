import { VERB_WORDS } from '@mouding/contract';
import { Button } from 'antd';
import { useState } from 'react';
import type { May } from '../../api/generated/types.gen.ts';
import type { Resource } from '../../api/resource.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { useSpeech, useWords } from '../../words/language.tsx';
import { BARE } from './bare.ts';

interface AsksProps {
  readonly thing: Resource;
  readonly seen: string | null;
}

/** What I may do with it now, and of the rest why not. */
export function Asks({ thing, seen }: AsksProps) {
  const { thing: words } = useWords();
  const { language } = useSpeech();
  const can = thing.may.filter(({ allowed }) => allowed);
  const cannot = thing.may.filter(({ allowed }) => !allowed);
  if (thing.may.length === 0) return null;
  return (
    <>
      <h2>{words.asks}</h2>
      {can.length === 0 && <p>{words.nothing}</p>}
      <div className="asks">
        {can.map(({ command }) => (
          <Ask key={command} verb={command} thing={thing} seen={seen} />
        ))}
      </div>
      {cannot.length > 0 && (
        <details>
          <summary>{words.cannot(cannot.length)}</summary>
          <ul>
            {cannot.map((may) => (
              <li key={may.command}>
                {verbWords(may.command)[language]}：{reasonOf(may)[language]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const verbWords = (verb: string) => VERB_WORDS[verb] ?? { zh: verb, en: verb };
const reasonOf = ({ said }: May) => said ?? { zh: '', en: '' };

interface AskProps extends AsksProps {
  readonly verb: string;
}

/** One thing to do. What asks for nothing but a yes is confirmed here. */
function Ask({ verb, thing, seen }: AskProps) {
  const [isOpen, setOpen] = useState(false);
  const { thing: words } = useWords();
  const { language } = useSpeech();
  const { me } = usePresent();
  const { press, acting } = useAct({ verb, id: thing.id, seen });
  const said = verbWords(verb)[language];
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  if (!BARE.has(verb)) return <span className="soft">{said}</span>;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{said}</Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.will(me.capacities[0]?.title ?? '', said, thing.label)}
        action={said}
        acting={acting}
        onPress={() => press({})}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
