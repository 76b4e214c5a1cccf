import { Button } from 'antd';
import { useId, useState } from 'react';
import type { CheckupItem } from '../../../api/generated/types.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { ConfirmSheet } from '../../../ui/confirm-sheet.tsx';
import { EDITING } from '../../../words/editing.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';

interface FindingNoteProps {
  readonly manuscript: string;
  readonly seen: string | null;
  readonly finding: CheckupItem;
  readonly canWaive: boolean;
}

/** What the checkup says of a clause, how it is mended, and the way to let it stand with a reason. */
export function FindingNote({ manuscript, seen, finding, canWaive }: FindingNoteProps) {
  const words = useSaid(EDITING);
  const { language } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const { severity, message, mend } = finding;
  return (
    <div className="edit-finding">
      <p>
        <strong>{words.severity[severity]}</strong> {message[language]}
      </p>
      <p className="soft">{mend[language]}</p>
      {canWaive && <Button onClick={() => setOpen(true)}>{words.waive}</Button>}
      {isOpen && <Waive {...{ manuscript, seen, finding }} onClose={() => setOpen(false)} />}
    </div>
  );
}

interface WaiveProps extends Pick<FindingNoteProps, 'manuscript' | 'seen' | 'finding'> {
  readonly onClose: () => void;
}

function Waive({ manuscript, seen, finding: { rule, node, quote }, onClose }: WaiveProps) {
  const id = useId();
  const words = useSaid(EDITING);
  const [reason, setReason] = useState('');
  const { press, acting } = useAct({ verb: 'manuscript.waive-finding', id: manuscript, seen });
  return (
    <ConfirmSheet
      isOpen
      sentence={words.waiveWill}
      action={words.waive}
      acting={acting}
      canPress={reason.trim() !== ''}
      onPress={() => press({ findings: [{ rule, node, quote }], reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <label htmlFor={id}>{words.waiveReason}</label>
      <input
        id={id}
        type="text"
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </ConfirmSheet>
  );
}
