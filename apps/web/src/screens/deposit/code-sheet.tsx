import { Button } from 'antd';
import { create } from 'qrcode';
import { useMemo, useState } from 'react';
import { DEPOSIT } from '../../words/deposit.ts';
import { useSaid, useWords } from '../../words/language.tsx';

interface CodeSheetProps {
  readonly path: string;
  readonly label: string;
  readonly until: string;
}

/** The white border that a camera needs around the code, in modules. */
const QUIET = 4;

/** The code as one path of squares, so that it prints sharply at any size. */
function squares(text: string): { readonly size: number; readonly d: string } {
  const { modules } = create(text);
  const { size, data } = modules;
  const dark = Array.from(data, (bit, at) =>
    bit === 1 ? `M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z` : '',
  );
  return { size: size + 2 * QUIET, d: dark.join('') };
}

/** 报送码 to be copied or printed: what it is for, the picture, the link in letters, and until when. */
export function CodeSheet({ path, label, until }: CodeSheetProps) {
  const words = useSaid(DEPOSIT);
  const { secrecy } = useWords();
  const address = `${location.origin}${path}`;
  const { size, d } = useMemo(() => squares(address), [address]);
  return (
    <div className="deposit-sheet">
      <h3>{words.qr(label)}</h3>
      <svg
        role="img"
        aria-label={words.qr(label)}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={d} fill="#000" />
      </svg>
      <p>{words.scan}</p>
      <p className="deposit-address">{address}</p>
      <p>
        <strong>{words.until(until)}</strong>
      </p>
      <p>{secrecy}</p>
      <Acts address={address} />
    </div>
  );
}

function Acts({ address }: { readonly address: string }) {
  const words = useSaid(DEPOSIT);
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <>
      <div className="deposit-acts">
        <Button size="large" type="primary" onClick={() => void copy()}>
          {isCopied ? words.copied : words.copy}
        </Button>
        <Button size="large" onClick={() => print()}>
          {words.print}
        </Button>
      </div>
      <p className="soft deposit-acts" role="status">
        {words.shown}
      </p>
    </>
  );
}
