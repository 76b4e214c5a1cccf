import type { Meeting, Sitting } from '../../api/generated/types.gen.ts';
import { Link } from 'react-router';
import { CONSOLE } from '../../words/console.ts';
import { useSaid } from '../../words/language.tsx';
import { itemTitle } from '../meeting/item-title.ts';
import { AddItem } from './add-item.tsx';
import { AddedItems } from './added-item.tsx';
import { titlesOf } from './agenda-titles.ts';
import { useScene } from './scene.ts';

/** 议程: the items in their order, ours marked; and what can be added to it. */
export function Agenda() {
  const words = useSaid(CONSOLE);
  const { thing, sitting } = useScene();
  const items = sitting ? ofSitting(thing, sitting) : ofMeeting(thing);
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
        <AddedItems after={items.length} />
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

const ofMeeting = (thing: Meeting): readonly Item[] =>
  titlesOf(thing).flatMap((title, at) =>
    thing.data.added.includes(at + 1)
      ? []
      : [{ no: at + 1, title, isOurs: at + 1 === thing.data.agenda.ours, to: null }],
  );

const ofSitting = (thing: Meeting, { data: { items } }: Sitting): readonly Item[] =>
  items.map(({ no, meeting }) => {
    const isOurs = meeting === thing.stream;
    const to = meeting === null || isOurs ? null : `/meetings/${meeting.split('/')[1] ?? ''}/console`;
    return { no, title: isOurs ? thing.data.item.title : null, isOurs, to };
  });
