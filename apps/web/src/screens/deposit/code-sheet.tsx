import { Button } from 'antd';
import { useState } from 'react';
import { QrCode } from '../../ui/qr-code.tsx';
import { DEPOSIT } from '../../words/deposit.ts';
import { isoDay } from '../../words/day.ts';
import { useSaid, useSpeech, useWords } from '../../words/language.tsx';

interface CodeSheetProps {
  readonly path: string;
  readonly label: string;
  readonly until: string;
}

/** 报送码 to be copied or printed: what it is for, the picture, the link in letters, and until when. */
export function CodeSheet({ path, label, until }: CodeSheetProps) {
  const words = useSaid(DEPOSIT);
  const { secrecy } = useWords();
  const { language } = useSpeech();
  const address = `${location.origin}${path}`;
  return (
    <div className="deposit-sheet">
      <h3>{words.qr(label)}</h3>
      <QrCode text={address} label={words.qr(label)} />
      <p>{words.scan}</p>
      <p className="deposit-address">{address}</p>
      <p>
        <strong>{words.until(isoDay(until, language))}</strong>
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
