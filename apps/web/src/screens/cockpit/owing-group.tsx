import { BellOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { DueBadge } from '../../ui/due-badge.tsx';
import { COCKPIT } from '../../words/cockpit.ts';
import { isoDay } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { labelIn } from '../../words/marks.ts';
import { URGING } from '../../words/urging.ts';
import { keyOf, whoOf, type Group, type Line } from './lines.ts';
import { deskOf } from './screen-of.ts';

interface OwingGroupProps {
  /** The case. */
  readonly plan: string;
  readonly group: Group;
  /** Those of its lines that are shown. */
  readonly lines: readonly Line[];
  readonly now: string;
  readonly chosen: ReadonlySet<string>;
  /** Null for whoever cannot urge. */
  readonly onToggle: ((line: Line) => void) | null;
}

/** Rows that stand open; a stage may have hundreds. */
const STEP = 10;

/** One act that is owed in one stage: 应报、已报、未报, and whose it is. */
export function OwingGroup({ plan, group, lines, now, chosen, onToggle }: OwingGroupProps) {
  const words = useSaid(COCKPIT);
  const { language } = useSpeech();
  const [room, setRoom] = useState(STEP);
  const { stage, verb } = group;
  const id = `${stage?.id ?? 'case'}-${verb}`;
  return (
    <section className="sheet cockpit-owing" aria-labelledby={id}>
      <h3 id={id}>
        {group.words[language]} <span className="soft">{stage?.title ?? words.wide}</span>
      </h3>
      <Counts group={group} />
      <ul>
        {lines.slice(0, room).map((line) => (
          <Row
            key={keyOf(line)}
            plan={plan}
            line={line}
            now={now}
            isChosen={chosen.has(keyOf(line))}
            onToggle={onToggle}
          />
        ))}
      </ul>
      {lines.length > room && (
        <Button type="text" onClick={() => setRoom(room + 5 * STEP)}>
          {words.more(Math.min(5 * STEP, lines.length - room))}
        </Button>
      )}
    </section>
  );
}

function Counts({ group: { expected, done, owing } }: Pick<OwingGroupProps, 'group'>) {
  const words = useSaid(COCKPIT);
  if (expected === null || done === null) return <p className="soft">{words.owed(owing)}</p>;
  const said = words.counts(expected, done, owing);
  return (
    <p className="cockpit-counts">
      <span>{said}</span>
      <progress value={done} max={expected} aria-label={said} />
    </p>
  );
}

interface RowProps extends Pick<OwingGroupProps, 'plan' | 'now' | 'onToggle'> {
  readonly line: Line;
  readonly isChosen: boolean;
}

function Row({ plan, line, now, isChosen, onToggle }: RowProps) {
  const urging = useSaid(URGING);
  const { language } = useSpeech();
  const { label, due, overdue, href, urged, mayUrge } = line;
  const who = whoOf(line);
  return (
    <li>
      {onToggle && (
        <Checkbox
          checked={isChosen && mayUrge}
          disabled={!mayUrge}
          onChange={() => onToggle(line)}
          aria-label={urging.choose(who, label)}
        />
      )}
      <span className="cockpit-who">{who}</span>
      <Link to={deskOf(plan, href)} className="cockpit-what">
        {labelIn(label, language)}
      </Link>
      {urged !== null && (
        <span className="cockpit-urged soft">
          <BellOutlined aria-hidden /> {urging.urged(isoDay(urged, language))}
        </span>
      )}
      <DueBadge due={due} overdue={overdue} now={now} />
    </li>
  );
}
