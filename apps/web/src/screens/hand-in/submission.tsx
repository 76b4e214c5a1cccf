import type { Answer } from '../../api/answer.ts';
import { OfPlan } from '../../ui/of-plan.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { DepositCodes } from '../deposit/codes.tsx';
import { useIsOffice } from '../deposit/use-office.ts';
import { Asks } from '../thing/asks.tsx';
import { Countersign } from './countersign.tsx';
import './hand-in.css';
import { HandIn } from './hand-in.tsx';
import { ImportCheck } from './imported.tsx';
import { SentBackNote } from './sent-back.tsx';
import { Standing } from './standing.tsx';
import { Steps } from './steps.tsx';
import { can, isEnded, isIn, kindOf, pluralOf, type Submitted } from './submitted.ts';
import { TextShown } from './text-shown.tsx';
import { Used } from './used.tsx';
import { StateSaid } from '../../ui/state-said.tsx';

/** P5 报送 as a department sees it: how it stands, what is missing, why it came back, and everything that it does there. */
export function Submission({ answer: { data: thing, etag } }: { readonly answer: Answer<Submitted> }) {
  const isRead = thing.data.reading !== null && thing.data.reading.standing !== 'attached';
  return (
    <Page
      title={thing.label}
      over={<OfPlan id={thing.case} label={thing.label} />}
      aside={<StateSaid of={thing} />}
    >
      <Steps thing={thing} />
      <Standing thing={thing} />
      <SentBackNote thing={thing} />
      <Bringing thing={thing} seen={etag} />
      {isRead && <ImportCheck thing={thing} seen={etag} />}
      <CountersignPart thing={thing} seen={etag} />
      {!isRead && <TextShown thing={thing} />}
      {isIn(thing) && <Used thing={thing} seen={etag} />}
      <Papers plural={pluralOf(thing)} id={thing.id} />
      <Asks thing={withoutShown(thing)} seen={etag} />
    </Page>
  );
}

interface PartProps {
  readonly thing: Submitted;
  readonly seen: string | null;
}

/** What the department brings itself, or has brought by its clerk, to whom the office may give the code as well. */
function Bringing({ thing, seen }: PartProps) {
  const isOffice = useIsOffice();
  const isAwaited = !isIn(thing) && !isEnded(thing);
  return (
    <>
      <HandIn thing={thing} seen={seen} isOffered={can(thing, 'submit')} />
      <HandIn thing={thing} seen={null} isOffered={can(thing, 'give-input')} isInput />
      {isAwaited && (isOffice || can(thing, 'submit')) && <DepositCodes thing={thing} />}
      {can(thing, 'give-input') && <DepositCodes thing={thing} isInput />}
    </>
  );
}

/** What has a place of its own on this page is not listed once more. */
const SHOWN = /\.(submit|give-input|choose-revisions|confirm-text|confirm-use|countersign)$/;
const withoutShown = (thing: Submitted): Submitted => ({
  ...thing,
  may: thing.may.filter(({ command }) => !SHOWN.test(command)),
});

function CountersignPart({ thing, seen }: PartProps) {
  if (kindOf(thing) !== 'chapter' || !('countersigning' in thing.data) || !can(thing, 'countersign'))
    return null;
  return <Countersign chapter={{ ...thing, data: thing.data }} seen={seen} />;
}
