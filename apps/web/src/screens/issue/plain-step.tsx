import { VERB_WORDS, wordsOf } from '@mouding/contract';
import { useId, useState } from 'react';
import type { Issue } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { ISSUE } from '../../words/issue.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { beijingDay } from '../slip/beijing-day.ts';
import type { Names } from './use-names.ts';

interface PlainStepProps {
  readonly thing: Issue;
  readonly seen: string | null;
  readonly names: Names;
  readonly verb: string;
  readonly onClose: () => void;
}

/** One step on the text that is shown: in one sentence, and for 印发 with its day and the two people behind it. */
export function PlainStep({ thing, seen, names, verb, onClose }: PlainStepProps) {
  const words = useSaid(ISSUE);
  const { language } = useSpeech();
  const { me } = usePresent();
  const [on, setOn] = useState(() => beijingDay(me.now));
  const { press, acting } = useAct({ verb, id: thing.id, seen });
  const said = wordsOf(VERB_WORDS, verb)[language];
  const { text, done } = thing.data;
  const isIssue = verb === 'issue.publish';
  const send = (): void => press(isIssue ? { text, on } : { text }, { onSuccess: onClose });
  const nameOf = (step: string): string => names.post(done[step]?.post ?? null) || words.nobody;
  return (
    <ConfirmSheet
      isOpen
      sentence={words.will(capacityOf(me, { verb, thing }, null), said, thing.label)}
      action={said}
      acting={acting}
      canPress={text !== null && on !== ''}
      onPress={send}
      onClose={onClose}
    >
      {isIssue && (
        <>
          <p>{words.fourEyes(nameOf('sign'), nameOf('check'))}</p>
          <DayField label={words.on} value={on} onChange={setOn} />
        </>
      )}
    </ConfirmSheet>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div className="issue-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
}
