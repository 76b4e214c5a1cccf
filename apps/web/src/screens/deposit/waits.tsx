import { Link } from 'react-router';
import type { Deposit } from '../../api/generated/types.gen.ts';
import { dayWords, isoDay, timeWords } from '../../words/day.ts';
import { DEPOSIT } from '../../words/deposit.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { can, type Submitted } from '../hand-in/submitted.ts';
import './deposit.css';
import { useIsOffice } from './use-office.ts';

type Left = Submitted['data']['waiting'][number];

/**
 * 待确认报送 of a submission: what was left with a code, and until when it keeps the submission from the leads. Its
 * department and the office open it; whoever else reads the submission is told that it is there.
 */
export function Waits({ thing }: { readonly thing: Submitted }) {
  const words = useSaid(DEPOSIT);
  const isOffice = useIsOffice();
  const mayOpen = isOffice || can(thing, 'submit');
  const { waiting } = thing.data;
  if (waiting.length === 0) return null;
  return (
    <>
      <dt>{words.waits}</dt>
      {waiting.map((left) => (
        <dd key={left.deposit}>
          <OneLeft left={left} mayOpen={mayOpen} />
        </dd>
      ))}
    </>
  );
}

interface OneLeftProps {
  readonly left: Left;
  readonly mayOpen: boolean;
}

function OneLeft({ left: { deposit, received, heldUntil }, mayOpen }: OneLeftProps) {
  const words = useSaid(DEPOSIT);
  const { language } = useSpeech();
  return (
    <>
      {words.waitsFor(`${dayWords(received, language)} ${timeWords(received)}`)}{' '}
      {mayOpen && <Link to={`/deposits/${deposit}`}>{words.waitsOpen}</Link>}
      {heldUntil !== undefined && <HeldTo day={heldUntil} />}
    </>
  );
}

/** What becomes of it when nobody answers. */
export function HeldTo({ day }: { readonly day: NonNullable<Deposit['data']['heldUntil']> }) {
  const words = useSaid(DEPOSIT);
  const { language } = useSpeech();
  return <p className="soft">{words.waitsUntil(isoDay(day, language))}</p>;
}
