import { usePresent } from '../../frame/signed-in.tsx';
import { DueBadge } from '../../ui/due-badge.tsx';
import { dayWords, dueDay, timeWords } from '../../words/day.ts';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { Waits } from '../deposit/waits.tsx';
import { isEnded, isIn, isNone, kindOf, pluralOf, type Submitted } from './submitted.ts';

/** By when, when it came, with which marks, and what is still missing. */
export function Standing({ thing }: { readonly thing: Submitted }) {
  const words = useSaid(HAND_IN);
  const { language } = useSpeech();
  const { me } = usePresent();
  const { due, received } = thing.data;
  const [original] = thing.files;
  return (
    <section className="sheet stage" aria-label={words.facts}>
      <dl className="facts">
        <dt>{words.due}</dt>
        <dd>
          {due !== null && received !== null ? (
            <time dateTime={due}>{dueDay(due, language)}</time>
          ) : (
            <DueBadge due={due} overdue={due !== null && due < me.now} now={me.now} />
          )}
        </dd>
        <dt>{words.received}</dt>
        <dd>
          {received === null ? words.notYet : `${dayWords(received, language)} ${timeWords(received)}`}
          <Marks thing={thing} />
        </dd>
        {original && (
          <>
            <dt>{words.original}</dt>
            <dd>
              <a href={`/v1/${pluralOf(thing)}/${thing.id}/files/${original.hash}`}>
                {original.title ?? words.original_}
              </a>
            </dd>
          </>
        )}
        <Waits thing={thing} />
        <dt>{words.missing}</dt>
        <dd>{useLacking(thing)}</dd>
      </dl>
    </section>
  );
}

function Marks({ thing }: { readonly thing: Submitted }) {
  const words = useSaid(HAND_IN);
  const { late, inGrace, carried, until } = thing.data;
  const marks = [
    late && words.late,
    inGrace && words.inGrace,
    isNone(thing) && words.none,
    carried && words.carried,
    until !== null && words.extended(until),
  ].filter((mark) => mark !== false);
  return marks.map((mark) => (
    <span key={mark} className={mark === words.late ? 'tag handin-mark handin-late' : 'tag handin-mark'}>
      {mark}
    </span>
  ));
}

/** The one thing that is to be done next, in a sentence. */
function useLacking(thing: Submitted): string {
  const { lacks } = useSaid(HAND_IN);
  if (isEnded(thing)) return lacks.ended;
  if (!isIn(thing)) return lackingOf(thing, lacks);
  const standing = thing.data.reading?.standing ?? 'attached';
  return WAITING[standing]?.(lacks) ?? lacks.nothing;
}

function lackingOf(thing: Submitted, { original, came, again, noneAllowed }: Lacks): string {
  if (thing.status === 'quarantined') return original;
  if (thing.data.received !== null) return again;
  return kindOf(thing) === 'contribution' ? came + noneAllowed : came;
}

type Lacks = (typeof HAND_IN)['zh']['lacks'];
const WAITING: { readonly [standing: string]: (lacks: Lacks) => string } = {
  waiting: ({ waiting }) => waiting,
  revisions: ({ revisions }) => revisions,
  read: ({ check }) => check,
  checked: ({ confirm }) => confirm,
  unread: ({ original }) => original,
};
