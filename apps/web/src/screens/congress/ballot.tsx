import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Ballot as View } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { OfPlan } from '../../ui/of-plan.tsx';
import { Page } from '../../ui/page.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { CONGRESS } from '../../words/congress.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { Counter } from '../console/hands.tsx';
import { ballotQuery } from '../sitting/query.ts';
import '../console/console.css';

/** 计票、监票: two people enter the counts apart from each other; of nobody's choice anything is known. */
export function Ballot() {
  const { id = '' } = useParams();
  const query = useQuery(ballotQuery(id));
  return (
    <Fetched query={query} rows={6}>
      {(answer) => <Shown answer={answer} />}
    </Fetched>
  );
}

function Shown({ answer: { data: thing, etag } }: { readonly answer: Answer<View> }) {
  const words = useSaid(CONGRESS);
  const { confirmed, issued } = thing.data;
  const verb = VERBS.find((each) => thing.may.some(({ command, allowed }) => command === each && allowed));
  return (
    <Page
      title={words.tallyTitle}
      over={<OfPlan id={thing.case} label={thing.label} />}
      aside={<span className="soft">{standing(thing.status, words)}</span>}
    >
      <p>{words.tallyHow}</p>
      <p className="soft">{words.present(issued)}</p>
      {confirmed && <Confirmed counts={confirmed} />}
      {verb ? <Tally key={verb} verb={verb} thing={thing} seen={etag} /> : <Excluded thing={thing} />}
    </Page>
  );
}

const VERBS = ['ballot.tally', 'ballot.confirm'] as const;
type Verb = (typeof VERBS)[number];

const standing = (status: string, words: (typeof CONGRESS)['zh']): string => {
  const said: Readonly<Record<string, string>> = {
    open: words.notYet,
    entered: words.entered,
    confirmed: words.confirmed,
    void: words.lapsed,
  };
  return said[status] ?? '';
};

/** Why whoever looks has nothing to enter. */
function Excluded({ thing }: { readonly thing: View }) {
  const words = useSaid(CONGRESS);
  const { language } = useSpeech();
  const reasons = thing.may.flatMap(({ said }) => (said ? [said[language]] : []));
  if (thing.data.confirmed) return null;
  return <p className="due-soon">{[words.votersOnly, ...new Set(reasons)].join(' ')}</p>;
}

const FIELDS = ['issued', 'returned', 'yes', 'no', 'abstain', 'invalid'] as const;
type Counts = { readonly [K in (typeof FIELDS)[number]]: number };

const saidOf = (c: Counts, words: (typeof CONGRESS)['zh']): string =>
  words.said(c.issued, c.returned, c.yes, c.no, c.abstain, c.invalid);

function Confirmed({ counts }: { readonly counts: Counts }) {
  const words = useSaid(CONGRESS);
  return <p className="sentence outcome">{saidOf(counts, words)}</p>;
}

interface TallyProps {
  readonly verb: Verb;
  readonly thing: View;
  readonly seen: string | null;
}

function Tally({ verb, thing, seen }: TallyProps) {
  const words = useSaid(CONGRESS);
  const { me } = usePresent();
  const [counts, setCounts] = useState<Counts>(() => blank(thing.data.issued));
  const [isOpen, setOpen] = useState(false);
  const { press, acting } = useAct({ verb, id: thing.id, seen });
  const votes = counts.yes + counts.no + counts.abstain + counts.invalid;
  const title = verb === 'ballot.tally' ? words.tellerSays : words.scrutineerSays;
  const as = capacityOf(me, { verb, thing }, null);
  const write = (field: keyof Counts, n: number): void => setCounts({ ...counts, [field]: n });
  return (
    <section className="sheet stage" aria-label={title}>
      <h2>{title}</h2>
      <div className="tally-counts">
        {FIELDS.map((field) => (
          <Counter
            key={field}
            label={labelOf(field, words)}
            value={counts[field]}
            onWrite={(n) => write(field, n)}
          />
        ))}
      </div>
      {votes !== counts.returned && <p className="due-soon">{words.sumOff(votes, counts.returned)}</p>}
      <p className="step">
        <Button type="primary" size="large" onClick={() => setOpen(true)}>
          {title}
        </Button>
      </p>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.willTally(as, saidOf(counts, words))}
        action={title}
        acting={acting}
        onPress={() => press(counts, { onSuccess: () => setOpen(false) })}
        onClose={() => setOpen(false)}
      />
    </section>
  );
}

const blank = (issued: number): Counts => ({
  issued,
  returned: issued,
  yes: 0,
  no: 0,
  abstain: 0,
  invalid: 0,
});

const labelOf = (field: keyof Counts, words: (typeof CONGRESS)['zh']): string =>
  field === 'issued' || field === 'returned' ? words[field] : words.counts[field];
