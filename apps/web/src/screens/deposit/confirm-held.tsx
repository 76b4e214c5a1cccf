import { Button } from 'antd';
import { useState } from 'react';
import type { Deposit } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { DEPOSIT } from '../../words/deposit.ts';
import { useSaid } from '../../words/language.tsx';

export interface HeldProps {
  readonly deposit: Deposit;
  readonly seen: string | null;
}

export const mayDo = ({ may }: Deposit, verb: string): boolean =>
  may.some(({ command, allowed }) => allowed && command === verb);

/** 确认报送: ticked as looked at, then one press. */
export function ConfirmHeld({ deposit, seen }: HeldProps) {
  const { held } = useSaid(DEPOSIT);
  const [isTicked, setTicked] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { press, acting } = useAct({ verb: 'deposit.hand-in', id: deposit.id, seen });
  if (!mayDo(deposit, 'deposit.hand-in')) return null;
  return (
    <section className="sheet stage" aria-label={held.confirm}>
      <label className="deposit-tick">
        <input type="checkbox" checked={isTicked} onChange={({ target }) => setTicked(target.checked)} />
        {held.tick}
      </label>
      <Button type="primary" size="large" disabled={!isTicked} onClick={() => setOpen(true)}>
        {held.confirm}
      </Button>
      <ConfirmSheet
        isOpen={isOpen && acting.at !== 'done'}
        sentence={held.confirmWill(deposit.label)}
        action={held.confirm}
        acting={acting}
        onPress={() => press({})}
        onClose={() => setOpen(false)}
      />
    </section>
  );
}
