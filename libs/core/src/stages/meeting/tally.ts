import type { Given } from '../../decider.ts';
import type { VoteFacts } from '../../votes.ts';
import type { BallotState } from '../ballot.ts';
import { attendance } from './conditions.ts';
import type { MeetingContext, Vote } from './meeting.ts';

/** The count so far in the body's own way of voting; null when nothing was counted yet. */
export function tallyOf(given: Given, context: MeetingContext): VoteFacts | null {
  const people = attendance(context);
  switch (context.rule.ballot) {
    case 'named':
      return { ...people, ...named(context), invalid: 0 };
    case 'hand':
      return context.hands && { ...people, ...context.hands, invalid: 0 };
    case 'secret': {
      const counts = ballotOf(given, context)?.context.confirmed;
      return counts ? { ...people, ...counts } : null;
    }
  }
}

/** The ballot that is out, or was counted. It must be known. */
export const ballotOf = (given: Given, { ballot }: MeetingContext): BallotState | undefined =>
  ballot === null ? undefined : given.state('ballot', ballot.slice('ballot/'.length));

function named({ votes }: MeetingContext) {
  const count = (wanted: Vote) => votes.filter(({ vote }) => vote === wanted).length;
  return { yes: count('yes'), no: count('no'), abstain: count('abstain') };
}
