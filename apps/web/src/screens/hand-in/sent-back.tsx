import { useQuery } from '@tanstack/react-query';
import { textQuery } from '../../api/queries.ts';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid } from '../../words/language.tsx';
import { pluralOf, sentBack, type Submitted } from './submitted.ts';

/** 退回修改: why, in the words of whoever sent it back, and the clauses that it is about as they read. */
export function SentBackNote({ thing }: { readonly thing: Submitted }) {
  const words = useSaid(HAND_IN);
  const back = sentBack(thing);
  if (!back) return null;
  return (
    <section className="sheet stage handin-back" aria-label={words.back}>
      <h2>{words.back}</h2>
      <blockquote className="handin-reason">{back.reason}</blockquote>
      {'returned' in thing.data && <About thing={thing} clauses={thing.data.returned?.clauses ?? null} />}
      <p className="soft">{words.again}</p>
    </section>
  );
}

interface AboutProps {
  readonly thing: Submitted;
  /** Null for the whole text. */
  readonly clauses: readonly number[] | null;
}

function About({ thing, clauses }: AboutProps) {
  const words = useSaid(HAND_IN);
  const hash = clauses === null ? null : (thing.data.text?.hash ?? null);
  const { data: text = '' } = useQuery(textQuery(pluralOf(thing), thing.id, hash));
  return clauses === null ? <p>{words.backWhole}</p> : <Clauses numbers={clauses} text={text} />;
}

interface ClausesProps {
  readonly numbers: readonly number[];
  readonly text: string;
}

function Clauses({ numbers, text }: ClausesProps) {
  const words = useSaid(HAND_IN);
  const clauses = text.split('\n').filter((line) => line.trim() !== '');
  return (
    <>
      <h3>{words.backClauses}</h3>
      <dl className="handin-clauses">
        {numbers.map((no) => (
          <div key={no}>
            <dt>{words.clause(no)}</dt>
            <dd>{clauses[no - 1] ?? words.gone}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
