import { procedureOf } from '../../case/advance.ts';
import type { Known } from '../../decider.ts';
import { stageOf } from '../../procedure/definition.ts';
import { weigh, weighBreach, type Weighed, type Weighing } from '../../procedure/effects.ts';
import { against, type Refusal } from '../../refusal.ts';
import type { Breach } from '../../elsewhere.ts';
import type { TextReading } from './text-reading.ts';

/** What was handed in, and where. */
interface HandedIn {
  readonly case: string;
  readonly stage: string;
  readonly reading: TextReading | null;
}

/** What came as an original whose text nobody has confirmed; an attachment has none to confirm. */
function unconfirmed({ reading }: HandedIn): Refusal | null {
  if (!reading || reading.standing === 'confirmed' || reading.standing === 'attached') return null;
  return against(
    'import.confirmed',
    '从原件读入的文稿尚未经报送科室确认',
    'The text that was read from the original is not confirmed by its department',
    { standing: reading.standing },
    {
      zh: '请科室负责人确认读入的文稿，纸面确认的请代录',
      en: 'Its head confirms the text, or that is entered from paper',
    },
  );
}

const weighingOf = (known: Known, { case: caseId, stage }: HandedIn): Weighing =>
  stageOf(procedureOf(known, caseId).definition, stage);

const NOTHING: Weighed = { notices: [] };

/** What accepting it says of a text that nobody has confirmed: shown by default, so that nobody is stopped by it. */
export function confirmedShown(known: Known, context: HandedIn): Weighed {
  const broken = unconfirmed(context);
  return broken ? weigh(weighingOf(known, context), broken) : NOTHING;
}

/** The same of what was accepted on paper. */
export function confirmedBreaches(known: Known, context: HandedIn): readonly Breach[] {
  const broken = unconfirmed(context);
  return broken ? weighBreach(weighingOf(known, context), broken) : [];
}
