import type { Meeting } from '../../api/generated/types.gen.ts';

type Correction = Meeting['data']['corrections'][number];

/** 更正: what an entry said before, and why it was put right where that is known. */
export type Corrected = Correction & { readonly why: string | null };

/** The facts whose sealed words say why. */
const SAYS_WHY: Readonly<Partial<Record<Correction['of'], string>>> = {
  vote: 'VoteCorrected',
  attendance: 'AttendanceCorrected',
  recusal: 'RecusalCorrected',
};

/** What was put right on the record, each with its reason. */
export const correctedIn = (thing: Meeting): readonly Corrected[] => {
  const { corrections } = thing.data;
  return corrections.map((one, at) => {
    const before = corrections.slice(0, at).filter((other) => isAlike(one, other)).length;
    return { ...one, why: reasonsOf(thing, one)[before] ?? null };
  });
};

const isAlike = (one: Correction, other: Correction): boolean =>
  one.of === other.of && one.post === other.post && one.no === other.no;

/** Reasons given for corrections of this kind about this member, the first one first. */
function reasonsOf({ wording, data: { roll } }: Meeting, { of, post }: Correction): readonly string[] {
  const person = roll.find((seat) => seat.post === post)?.person;
  return wording
    .filter(({ type, subject }) => type === SAYS_WHY[of] && subject === person)
    .sort((a, b) => a.version - b.version)
    .map(({ said }) => (typeof said?.['reason'] === 'string' ? said['reason'] : ''));
}

/** Whether entries may still be put right: until the minutes are issued. What was entered afterwards is a record of its own. */
export const mayCorrect = ({ data: { filed, attended } }: Pick<Meeting, 'data'>): boolean =>
  filed.minutes === null && attended === null;
