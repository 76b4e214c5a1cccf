import { Button } from 'antd';
import { useState } from 'react';
import { QrCode } from '../../ui/qr-code.tsx';
import { useSaid } from '../../words/language.tsx';
import { UNSIGNED } from '../../words/unsigned.ts';
import '../deposit/deposit.css';

interface QrSheetProps {
  readonly id: string;
  readonly label: string;
  /** The last day, in words. */
  readonly until: string;
}

/** The QR that is put up in the house: it holds the address of the public page and no secret. */
export function QrSheet({ id, label, until }: QrSheetProps) {
  const words = useSaid(UNSIGNED);
  const address = `${location.origin}/o/${id}`;
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="sheet stage" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.sheet}</summary>
      <p className="soft">{words.sheetWhy}</p>
      {isOpen && <Sheet address={address} label={label} until={until} />}
    </details>
  );
}

interface SheetProps extends Omit<QrSheetProps, 'id'> {
  readonly address: string;
}

function Sheet({ address, label, until }: SheetProps) {
  const words = useSaid(UNSIGNED);
  return (
    <div className="deposit-sheet">
      <h3>{label}</h3>
      <QrCode text={address} label={words.sheet} />
      <p>{words.scan}</p>
      <p className="deposit-address">{address}</p>
      <p>
        <strong>{words.until(until)}</strong>
      </p>
      <div className="deposit-acts">
        <Button size="large" onClick={() => void navigator.clipboard.writeText(address)}>
          {words.copyLink}
        </Button>
        <Button size="large" onClick={() => print()}>
          {words.print}
        </Button>
      </div>
    </div>
  );
}
