import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Segmented } from 'antd';
import type { CaseOverview, OwingList } from '../../api/generated/types.gen.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { COCKPIT } from '../../words/cockpit.ts';
import { useSaid } from '../../words/language.tsx';
import { FILTERS, isWanted, keyOf, openFirst, type Filter, type Line } from './lines.ts';
import { OwingGroup } from './owing-group.tsx';
import { owingQuery } from '../../api/queries.ts';
import { Toolbar } from './toolbar.tsx';

/** 待完善事项: who owes what, each a way to where it is done; the office urges from here. */
export function Owing({ of }: { readonly of: CaseOverview }) {
  return (
    <Fetched query={useQuery(owingQuery(of.id))} rows={6}>
      {(list) => <Groups of={of} list={list} />}
    </Fetched>
  );
}

interface GroupsProps {
  readonly of: CaseOverview;
  readonly list: OwingList;
}

/** On a phone there is room for the red list alone, until somebody asks for all. */
const FIRST: Filter = matchMedia('(max-width: 48rem)').matches ? 'soon' : 'all';

function Groups({ of, list }: GroupsProps) {
  const words = useSaid(COCKPIT);
  const [filter, setFilter] = useState<Filter>(FIRST);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const all = list.groups.flatMap(({ lines }) => lines);
  const shown = openFirst(list.groups, of).flatMap((group) => {
    const lines = group.lines.filter((line) => isWanted(line, filter, list.now));
    return lines.length > 0 || filter === 'all' ? [{ group, lines }] : [];
  });
  return (
    <section aria-label={words.holding}>
      <header className="cockpit-head">
        <h2>
          {words.holding} <span className="soft">{words.holdingOf(all.length)}</span>
        </h2>
        <Segmented
          aria-label={words.filter}
          value={filter}
          onChange={setFilter}
          options={FILTERS.map((value) => ({ value, label: words.filters[value] }))}
        />
      </header>
      {all.length > 0 && <Toolbar of={of} list={list} chosen={chosen} onChoose={choose} />}
      <Shown of={of} shown={shown} all={all.length} chosen={chosen} onChoose={choose} now={list.now} />
    </section>
  );
}

interface ShownProps {
  readonly of: CaseOverview;
  readonly shown: readonly { readonly group: OwingList['groups'][number]; readonly lines: readonly Line[] }[];
  readonly all: number;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly now: string;
}

function Shown({ of, shown, all, chosen, onChoose, now }: ShownProps) {
  const words = useSaid(COCKPIT);
  const mayUrge = of.may.some(({ command, allowed }) => command === 'case.urge' && allowed);
  const toggle = (line: Line): void => {
    const next = new Set(chosen);
    if (!next.delete(keyOf(line))) next.add(keyOf(line));
    onChoose(next);
  };
  if (all === 0) return <EmptyState title={words.nothing} why={words.nothingWhy} />;
  if (shown.length === 0) return <p className="soft">{words.filtered}</p>;
  return shown.map(({ group, lines }) => (
    <OwingGroup
      key={`${group.stage?.id ?? ''} ${group.verb}`}
      plan={of.id}
      group={group}
      lines={lines}
      now={now}
      chosen={chosen}
      onToggle={mayUrge ? toggle : null}
    />
  ));
}
