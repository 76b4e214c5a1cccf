import { Button } from 'antd';
import { useState } from 'react';
import type { Acting } from '../../api/use-act.ts';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid } from '../../words/language.tsx';
import { Bring } from './bring.tsx';
import { useUpload } from './use-upload.ts';

interface ByFileProps {
  readonly label: string;
  readonly acting: Acting;
  readonly press: (body: object) => void;
}

/** The original first, which counts from its last byte; then one press. */
export function ByFile({ label, acting, press }: ByFileProps) {
  const words = useSaid(HAND_IN);
  const [isOpen, setOpen] = useState(false);
  const { state, bring, stop, clear } = useUpload();
  return (
    <>
      <Bring state={state} onFile={(file) => void bring(file)} onStop={stop} onClear={clear} />
      {state.at === 'here' && (
        <>
          <Button type="primary" size="large" onClick={() => setOpen(true)}>
            {words.go}
          </Button>
          <ConfirmSheet
            isOpen={isOpen}
            sentence={words.will(label, state.name)}
            action={words.sheet}
            acting={acting}
            onPress={() => press({ original: state.kept.ref })}
            onClose={() => setOpen(false)}
          />
        </>
      )}
    </>
  );
}
