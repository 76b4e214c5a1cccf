import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { resourceQuery } from '../../api/resource.ts';
import { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { useCapacity } from '../../ui/verb-form/use-capacity.ts';
import { INDICATORS } from '../../words/indicators.ts';
import { useSaid } from '../../words/language.tsx';
import type { Row } from './queries.ts';

interface JudgeProps {
  readonly id: string;
  readonly row: Row;
  readonly seen: string | null;
}

/** 核定 as it was read, or 退回 with a reason. */
export function Judge({ id, row, seen }: JudgeProps) {
  const words = useSaid(INDICATORS);
  const as = useCapacity('indicator.confirm', useQuery(resourceQuery('indicators', id)).data?.data.may);
  const [isOpen, setOpen] = useState<'confirm' | 'return' | null>(null);
  const confirming = useAct({ verb: 'indicator.confirm', id, seen });
  const { name, current, target } = row;
  return (
    <span className="indicators-judge">
      <Button onClick={() => setOpen('confirm')}>{words.confirm}</Button>
      <Button onClick={() => setOpen('return')}>{words.giveBack}</Button>
      <ConfirmSheet
        isOpen={isOpen === 'confirm'}
        sentence={words.willConfirm(as, name, current ?? '—', target ?? '—')}
        action={words.confirm}
        acting={confirming.acting}
        onPress={() =>
          confirming.press({ rows: [{ row: row.row, current, target }] }, { onSuccess: () => setOpen(null) })
        }
        onClose={() => setOpen(null)}
      />
      {isOpen === 'return' && <GiveBack id={id} row={row} seen={seen} onClose={() => setOpen(null)} />}
    </span>
  );
}

function GiveBack({ id, row, seen, onClose }: JudgeProps & { readonly onClose: () => void }) {
  const words = useSaid(INDICATORS);
  const { me } = usePresent();
  const as = useCapacity('indicator.return', useQuery(resourceQuery('indicators', id)).data?.data.may);
  const draft = useDraft(`${me.person}.indicator.${row.row}.return`);
  const { press, acting } = useAct({ verb: 'indicator.return', id, seen });
  const sent = (): void => {
    draft.drop();
    onClose();
  };
  return (
    <ConfirmSheet
      isOpen
      sentence={words.willReturn(as, row.name)}
      action={words.giveBack}
      acting={acting}
      canPress={draft.text.trim() !== ''}
      onPress={() => press({ rows: [row.row], reason: draft.text.trim() }, { onSuccess: sent })}
      onClose={onClose}
    >
      <OpinionBox label={words.reason} draft={draft} phrases={words.reasons} isNeeded />
    </ConfirmSheet>
  );
}
