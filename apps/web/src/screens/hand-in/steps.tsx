import { useSaid } from '../../words/language.tsx';
import { HAND_IN } from '../../words/hand-in.ts';
import { isEnded, isIn, kindOf, type Submitted } from './submitted.ts';

type At = 'done' | 'now' | 'next';

/** Steps that lie behind what is handed in, by how far its original was read; what needs no reading waits for the last. */
const BEHIND: { readonly [standing: string]: number } = {
  waiting: 1,
  revisions: 1,
  unread: 1,
  read: 2,
  checked: 3,
};
const STEPS = 5;

/** How many of the five steps lie behind. */
function behind(thing: Submitted): number {
  if (isEnded(thing)) return STEPS;
  if (!isIn(thing)) return 0;
  const { reading } = thing.data;
  return (reading && BEHIND[reading.standing]) ?? STEPS - 1;
}

const atOf = (place: number, done: number): At => (place < done ? 'done' : place === done ? 'now' : 'next');

/** 报送进度: five steps in a row, each with its word, so that nothing hangs on a colour. */
export function Steps({ thing }: { readonly thing: Submitted }) {
  const words = useSaid(HAND_IN);
  const { came, read, checked, confirmed, accepted } = words.step;
  const done = behind(thing);
  return (
    <ol className="handin-steps" aria-label={words.steps}>
      {[came, read, checked, confirmed, accepted[kindOf(thing)]].map((step, i) => {
        const at = atOf(i, done);
        return (
          <li key={step} className={`handin-${at}`} aria-current={at === 'now' ? 'step' : undefined}>
            <span>{step}</span>
            <span className="handin-at">{words.stepAt[at]}</span>
          </li>
        );
      })}
    </ol>
  );
}
