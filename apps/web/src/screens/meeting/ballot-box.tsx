import { useQuery } from '@tanstack/react-query';
import type { Meeting } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { CONGRESS } from '../../words/congress.ts';
import { useSaid } from '../../words/language.tsx';
import { ballotQuery } from '../sitting/query.ts';

/** 无记名投票 of paper: how it goes, where it stands, and whether I vote; of nobody's choice anything is known. */
export function BallotBox({ thing }: { readonly thing: Meeting }) {
  const words = useSaid(CONGRESS);
  const { rule, outcome } = thing.data;
  const step = useStep(thing);
  if (rule.ballot !== 'secret' || outcome !== null) return null;
  return (
    <div className="notice-box">
      <p className="sentence" role="status">
        {words.ballotSteps[step]}
      </p>
      {thing.status === 'put' && <Mine thing={thing} />}
      <p className="soft">{words.paperBallot}</p>
    </div>
  );
}

function useStep({ status, data: { ballot } }: Meeting): Step {
  const box = useQuery(ballotQuery(ballot?.split('/')[1] ?? null)).data?.data;
  return status === 'put' ? (STEPS[box?.status ?? ''] ?? 'put') : 'before';
}

/** Whether I was there when it was put, and so vote. */
function Mine({ thing: { data } }: { readonly thing: Meeting }) {
  const words = useSaid(CONGRESS);
  const { me } = usePresent();
  const seat = data.roll.find(
    ({ post, role }) => VOTING.has(role) && me.capacities.some((held) => held.post === post),
  );
  return seat ? <p>{data.present.includes(seat.post) ? words.youVote : words.notInRoom}</p> : null;
}

type Step = keyof (typeof CONGRESS)['zh']['ballotSteps'];

const VOTING: ReadonlySet<string> = new Set(['chair', 'deputy', 'member']);

/** What the state of a ballot means to whoever votes. */
const STEPS: Readonly<Record<string, Step>> = {
  open: 'put',
  entered: 'counting',
  confirmed: 'counted',
  void: 'void',
};
