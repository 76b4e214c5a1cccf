import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useHref } from 'react-router';
import type { CommandAnswer, Delegations as Listed } from '../../api/generated/types.gen.ts';
import { caseQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { dayWords, dueDay } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { aside, comma } from '../../words/marks.ts';
import { ORG_DUTY } from '../../words/org-duty.ts';
import { nameIn } from '../../words/person.ts';
import { DutyAct } from './duty-act.tsx';
import './org-duty.css';
import { delegationsQuery } from './queries.ts';
import { Unseen } from './unseen.tsx';

type Delegation = Listed['items'][number];

/** 委托办理: what was done in my name and waits to be seen by me; what I gave and what I hold. */
export function Delegations() {
  const { delegations: words } = useSaid(ORG_DUTY);
  const { me } = usePresent();
  const query = useQuery(delegationsQuery(me.institution.id));
  const [answer, setAnswer] = useState<CommandAnswer | null>(null);
  return (
    <Page title={words.title}>
      <p className="sentence">{words.lead}</p>
      {answer && <ReceiptNote answer={answer} />}
      <Fetched query={query} rows={6}>
        {({ items }) => <Both items={items} onDone={setAnswer} />}
      </Fetched>
    </Page>
  );
}

interface BothProps {
  readonly items: readonly Delegation[];
  readonly onDone: (answer: CommandAnswer) => void;
}

function Both({ items, onDone }: BothProps) {
  const { delegations: words } = useSaid(ORG_DUTY);
  const isDesk = useHref('/').startsWith('/desk');
  const begin = isDesk && <Link to="/org?view=posts">{words.begin}</Link>;
  if (items.length === 0) return <EmptyState title={words.none} why={words.noneWhy} action={begin} />;
  return (['given', 'held'] as const).map((side) => {
    const own = items.filter((one) => one.side === side);
    if (own.length === 0) return null;
    return (
      <section key={side} aria-label={words[side]}>
        <h2>{words[side]}</h2>
        {[...own].sort(byNeed).map((one) => (
          <One key={one.delegation} one={one} onDone={onDone} />
        ))}
      </section>
    );
  });
}

/** What waits to be seen comes first, then what goes on. */
const byNeed = (one: Delegation, other: Delegation): number =>
  Number(other.unseen.length > 0) - Number(one.unseen.length > 0) || Number(one.ended) - Number(other.ended);

function One({ one, onDone }: { readonly one: Delegation; readonly onDone: BothProps['onDone'] }) {
  const { delegations: words } = useSaid(ORG_DUTY);
  const { language } = useSpeech();
  const { side, post, to, delegator, ended } = one;
  const title =
    side === 'given'
      ? words.of(post.title, nameIn(to.name, language))
      : words.from(post.title, nameIn(delegator.name, language));
  return (
    <article className="sheet duty-card">
      <h3>
        {title} {ended && <span className="tag">{words.over}</span>}
      </h3>
      <Facts one={one} />
      {side === 'given' && <Done one={one} onDone={onDone} />}
      {!ended && (
        <DutyAct
          verb="org.revoke-delegation"
          body={{ delegation: one.delegation }}
          name={side === 'given' ? words.revoke : words.giveBack}
          will={words.revokeWill(post.title)}
          onDone={onDone}
        />
      )}
    </article>
  );
}

function Facts({ one: { from, until, harmless, verbs, within } }: { readonly one: Delegation }) {
  const { day, delegations: words } = useSaid(ORG_DUTY);
  const { language } = useSpeech();
  const scope = [...(harmless ? [words.harmless] : []), ...verbs.map((verb) => verb.words[language])];
  return (
    <dl className="facts">
      <dt>{words.term}</dt>
      <dd>{day(dayWords(from, language), dueDay(until, language))}</dd>
      <dt>{words.scope}</dt>
      <dd>
        {scope.join(comma(language))}
        {within && <Within {...within} />}
      </dd>
    </dl>
  );
}

/** The one stage of the one plan in which it counts. */
function Within({ case: of, stage }: NonNullable<Delegation['within']>) {
  const { delegations: words } = useSaid(ORG_DUTY);
  const { language } = useSpeech();
  const { data } = useQuery({ ...caseQuery(of), retry: false });
  if (!data) return null;
  const title = data.stages.find(({ id }) => id === stage)?.title ?? '';
  return aside(words.within(data.title, title), language);
}

/** What the delegate did and the delegator has not seen, each with the way to it; then one press. */
function Done({ one, onDone }: { readonly one: Delegation; readonly onDone: BothProps['onDone'] }) {
  const { delegations: words } = useSaid(ORG_DUTY);
  const { language } = useSpeech();
  const { unseen, post, delegation } = one;
  if (unseen.length === 0) return <p className="soft">{words.seen}</p>;
  return (
    <>
      <p className="due-soon">{words.done(unseen.length)}</p>
      <ul className="duty-unseen">
        {grouped(unseen).map(({ act, times }) => (
          <li key={`${act.stream} ${act.verb}`}>
            <Unseen act={act} />
            {times > 1 && aside(words.times(times), language)}
          </li>
        ))}
      </ul>
      <DutyAct
        verb="org.see-delegated-acts"
        body={{ delegation }}
        name={words.go}
        will={words.goWill(post.title, unseen.length)}
        isFirst
        onDone={onDone}
      />
    </>
  );
}

type Act = Delegation['unseen'][number];

/** The same done of the same thing several times is one line. */
function grouped(unseen: readonly Act[]): readonly { readonly act: Act; readonly times: number }[] {
  const found = new Map<string, { act: Act; times: number }>();
  for (const act of unseen) {
    const key = `${act.stream} ${act.verb}`;
    const known = found.get(key);
    found.set(key, { act, times: (known?.times ?? 0) + 1 });
  }
  return [...found.values()];
}
