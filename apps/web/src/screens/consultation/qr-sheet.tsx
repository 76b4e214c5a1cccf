import { Button } from 'antd';
import { create } from 'qrcode';
import { useMemo, useState } from 'react';
import { useSaid } from '../../words/language.tsx';
import { UNSIGNED } from '../../words/unsigned.ts';
import '../deposit/deposit.css';

interface QrSheetProps {
  readonly id: string;
  readonly label: string;
  /** The last day, in words. */
  readonly until: string;
}

/** The white border that a camera needs around the code, in modules. */
const QUIET = 4;

function squares(text: string): { readonly size: number; readonly d: string } {
  const { size, data } = create(text).modules;
  const dark = Array.from(data, (bit, at) =>
    bit === 1 ? `M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z` : '',
  );
  return { size: size + 2 * QUIET, d: dark.join('') };
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
  const { size, d } = useMemo(() => squares(address), [address]);
  return (
    <div className="deposit-sheet">
      <h3>{label}</h3>
      <svg role="img" aria-label={words.sheet} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={d} fill="#000" />
      </svg>
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
