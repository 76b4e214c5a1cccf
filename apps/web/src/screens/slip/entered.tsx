import type { CommandAnswer } from '../../api/generated/types.gen.ts';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { SLIP } from '../../words/slip.ts';
import { useSaid } from '../../words/language.tsx';

interface EnteredProps {
  readonly answer: CommandAnswer;
  /** The post whose signature was entered. */
  readonly lead: string;
}

/** What was entered, and that whoever signed is told. */
export function Entered({ answer, lead }: EnteredProps) {
  const words = useSaid(SLIP);
  return (
    <>
      <ReceiptNote answer={answer} />
      <p>{words.told(lead)}</p>
    </>
  );
}
