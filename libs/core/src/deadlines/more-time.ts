import { explain, type SaidStep } from './due-step.ts';
import { graceStep, type Grace } from './grace.ts';

/** 延期, as its fact has it. */
interface MoreTime {
  readonly due: string;
  readonly grace?: Grace;
  /** 延期至, a Beijing day. */
  readonly until: string;
  /** The day on which it was given. */
  readonly on?: string;
  /** Whether its date had passed by then. */
  readonly after?: true;
}

interface Waited {
  readonly why: readonly SaidStep[];
  readonly wasLate: boolean;
  readonly extendedLate: boolean;
}

/** More time: nothing that was said of it remains, but that it was given, and whether in time. */
export const withMoreTime = ({ why, wasLate, extendedLate }: Waited, data: MoreTime) => ({
  due: data.due,
  grace: data.grace ?? null,
  until: data.until,
  extendedLate: data.after === true || extendedLate,
  why: [
    ...why.filter(({ how }) => how !== 'grace'),
    ...[
      { how: 'extended' as const, day: data.until, on: data.on ?? null, after: data.after === true },
      ...graceStep(data.grace ?? null),
    ].map(explain),
  ],
  late: wasLate,
  cameBack: false,
});

interface CameIn {
  readonly cameBack: boolean;
  readonly received: string | null;
  readonly late: boolean;
  readonly wasLate: boolean;
}

/**
 * 撤回: as if nothing had come in; late from then on when its date has passed, or when what came in was. Of what was sent
 * back before, only the correction is taken back: its first arrival keeps the date.
 */
export const asIfNotCome = (
  { cameBack, received, late, wasLate }: CameIn,
  { due, escalate }: { readonly due: string | null; readonly escalate: string | null },
) => ({
  text: null,
  original: null,
  reading: null,
  carrier: null,
  ...(cameBack && due === null && escalate === null
    ? { received, late }
    : { received: null, late: wasLate || escalate !== null }),
});
