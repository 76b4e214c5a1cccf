import { VERB_WORDS, wordsOf } from '@mouding/contract';
import type { Resource } from '../../api/resource.ts';
import type { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { DECIDE } from '../../words/decide.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';

interface PlainSheetProps {
  readonly verb: string;
  readonly thing: Resource;
  readonly body: object;
  readonly act: ReturnType<typeof useAct>;
  readonly onClose: () => void;
}

/** A decision that needs nothing but a yes: capacity, verb and object in one sentence. */
export function PlainSheet({ verb, thing, body, act: { press, acting }, onClose }: PlainSheetProps) {
  const words = useSaid(DECIDE);
  const { language } = useSpeech();
  const { me } = usePresent();
  const said = wordsOf(VERB_WORDS, verb)[language];
  return (
    <ConfirmSheet
      isOpen={acting.at !== 'done'}
      sentence={words.will(capacityOf(me, { verb, thing }, null), said, thing.label)}
      action={said}
      acting={acting}
      onPress={() => press(body)}
      onClose={onClose}
    />
  );
}
