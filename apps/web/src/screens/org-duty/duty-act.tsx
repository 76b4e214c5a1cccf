import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { CommandAnswer, May } from '../../api/generated/types.gen.ts';
import { isAllowed } from '../../api/may.ts';
import { orgQuery } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { useCapacity } from '../../ui/verb-form/use-capacity.ts';
import { useSaid, useSpeech, type Language } from '../../words/language.tsx';
import { ORG_DUTY } from '../../words/org-duty.ts';

interface DutyActProps {
  readonly verb: string;
  readonly body: object;
  /** The word on the button. */
  readonly name: string;
  /** What will be recorded, behind 您将以…身份. */
  readonly will: string;
  readonly isFirst?: boolean;
  readonly onDone: (answer: CommandAnswer) => void;
}

/** One act on the organisation of which its place says everything: a button, the last look, and why not where it cannot be. */
export function DutyAct({ verb, body, name, will, isFirst = false, onDone }: DutyActProps) {
  const words = useSaid(ORG_DUTY);
  const { language } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const may = useQuery(orgQuery).data?.may ?? [];
  const as = useCapacity(verb, may);
  const { press, acting } = useAct({ verb, id: '', seen: null });
  return (
    <>
      <Button
        size="large"
        type={isFirst ? 'primary' : 'default'}
        disabled={!isAllowed({ may }, verb)}
        onClick={() => setOpen(true)}
      >
        {name}
      </Button>
      <span className="soft">{whyNot(may, verb, language)}</span>
      <ConfirmSheet
        isOpen={isOpen && acting.at !== 'done'}
        sentence={words.will(as, will)}
        action={name}
        acting={acting}
        onPress={() => press(body, { onSuccess: onDone })}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

const whyNot = (may: readonly May[], verb: string, language: Language): string | undefined =>
  may.find(({ command, allowed }) => command === verb && !allowed)?.said?.[language];
