import type { Meeting, Sitting } from '../../api/generated/types.gen.ts';
import { Link } from 'react-router';
import { CONSOLE } from '../../words/console.ts';
import { useSaid } from '../../words/language.tsx';
import { itemTitle } from '../meeting/item-title.ts';
import { AddItem } from './add-item.tsx';
import { isOpen } from './entry.ts';
import { useScene } from './scene.ts';

/** 议程: the items in their order, ours marked; and what can be added to it. */
export function Agenda() {
  const words = useSaid(CONSOLE);
  const { thing, sitting, entries } = useScene();
  const items = sitting ? ofSitting(thing, sitting) : ofMeeting(thing);
  const waiting = entries.all.filter((entry) => entry.verb === 'meeting.add-item' && isOpen(entry));
  return (
    <section className="console-agenda" aria-label={words.agenda}>
      <h2>{words.agenda}</h2>
      <ol className="agenda">
        {items.map(({ no, title, isOurs, to }) => (
          <li key={no} aria-current={isOurs ? 'true' : undefined}>
            {to === null ? (
              words.item(no, title === null ? words.other : itemTitle(title).text)
            ) : (
              <Link to={to}>{words.item(no, title === null ? words.ours : itemTitle(title).text)}</Link>
            )}
          </li>
        ))}
        {waiting.map(({ key, body: { title } }, at) => (
          <li key={key}>
            {words.item(items.length + at + 1, typeof title === 'string' ? title : words.other)}{' '}
            <span className="due-soon">{words.states.waiting}</span>
          </li>
        ))}
      </ol>
      <AddItem />
      <p className="console-links">
        <Link to={`/meetings/${thing.id}`}>{words.toMeeting}</Link>
        <Link to={`/meetings/${thing.id}/pack`}>{words.toPack}</Link>
        <Link to={sitting ? `/sittings/${sitting.id}/screen` : `/meetings/${thing.id}/screen`}>
          {words.toScreen}
        </Link>
      </p>
    </section>
  );
}

interface Item {
  readonly no: number;
  readonly title: string | null;
  readonly isOurs: boolean;
  readonly to: string | null;
}

/** Titles as they were called, then those that were added; ours is the item itself. */
export function titlesOf({ wording, data: { agenda, item } }: Meeting): readonly (string | null)[] {
  const called = wording.find(({ type }) => type === 'MeetingCalled')?.said?.['agenda'];
  // A meeting of one item was called without an agenda: what is added comes after the item.
  const first: readonly unknown[] = Array.isArray(called) && called.length > 0 ? called : [item.title];
  const added = [...wording]
    .sort((a, b) => a.version - b.version)
    .flatMap(({ type, said }) => (type === 'ItemAdded' ? [said?.['title']] : []));
  const all = [...first, ...added];
  return Array.from({ length: Math.max(1, agenda.items) }, (_, at) => {
    const title = all[at];
    if (at + 1 === agenda.ours || agenda.items <= 1) return item.title;
    return typeof title === 'string' ? title : null;
  });
}

const ofMeeting = (thing: Meeting): readonly Item[] =>
  titlesOf(thing).map((title, at) => ({
    no: at + 1,
    title,
    isOurs: at + 1 === thing.data.agenda.ours,
    to: null,
  }));

const ofSitting = (thing: Meeting, { data: { items } }: Sitting): readonly Item[] =>
  items.map(({ no, meeting }) => {
    const isOurs = meeting === thing.stream;
    const to = meeting === null || isOurs ? null : `/meetings/${meeting.split('/')[1] ?? ''}/console`;
    return { no, title: isOurs ? thing.data.item.title : null, isOurs, to };
  });
