import { Button } from 'antd';
import { useState } from 'react';
import type { Record as View } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { useSaid } from '../../words/language.tsx';
import { SLIP } from '../../words/slip.ts';

const may = (record: View, command: string): boolean =>
  record.may.some((one) => one.command === command && one.allowed);

/** 属实，知悉 | 与事实不符: the answer of whoever was recorded. */
export function AnswerRecord({ record }: { readonly record: View }) {
  const { record: words } = useSaid(SLIP);
  const [open, setOpen] = useState<'right' | 'wrong' | null>(null);
  const noting = useAct({ verb: 'record.acknowledge', id: record.id, seen: null });
  const objecting = useAct({ verb: 'record.object', id: record.id, seen: null });
  const done = [noting, objecting].find(({ acting }) => acting.at === 'done')?.acting;
  if (done?.at === 'done') return <ReceiptNote answer={done.answer} />;
  const [canNote, canObject] = [may(record, 'record.acknowledge'), may(record, 'record.object')];
  if (!canNote && !canObject) return null;
  const close = (): void => setOpen(null);
  return (
    <div className="chapter-panel slip-panel">
      <div className="chapter-bar">
        <div className="chapter-buttons">
          <Button size="large" type="primary" disabled={!canNote} onClick={() => setOpen('right')}>
            {words.right}
          </Button>
          <Button size="large" disabled={!canObject} onClick={() => setOpen('wrong')}>
            {words.wrong}
          </Button>
        </div>
      </div>
      <Noting record={record} act={noting} isOpen={open === 'right'} onClose={close} />
      <Objecting record={record} act={objecting} isOpen={open === 'wrong'} onClose={close} />
    </div>
  );
}

interface SheetProps {
  readonly record: View;
  readonly act: ReturnType<typeof useAct>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function Noting({ record, act: { press, acting }, isOpen, onClose }: SheetProps) {
  const { record: words } = useSaid(SLIP);
  const { me } = usePresent();
  return (
    <ConfirmSheet
      isOpen={isOpen}
      sentence={words.willRight(capacityOf(me, { verb: 'record.acknowledge', thing: record }, null))}
      action={words.right}
      acting={acting}
      onPress={() => press({})}
      onClose={onClose}
    />
  );
}

function Objecting({ record, act: { press, acting }, isOpen, onClose }: SheetProps) {
  const { record: words } = useSaid(SLIP);
  const { me } = usePresent();
  const draft = useDraft(`${me.person}.${record.stream}.object`);
  const said = draft.text.trim();
  return (
    <ConfirmSheet
      isOpen={isOpen}
      sentence={words.willWrong(capacityOf(me, { verb: 'record.object', thing: record }, null))}
      action={words.wrong}
      acting={acting}
      canPress={said !== ''}
      onPress={() => press({ words: said }, { onSuccess: draft.drop })}
      onClose={onClose}
    >
      <OpinionBox label={words.objection} draft={draft} phrases={words.phrases} isNeeded />
    </ConfirmSheet>
  );
}
