import type { Stage } from '@mouding/core';
import type { MigrationPreview } from '../../api/generated/types.gen.ts';
import { PROCEDURE } from '../../words/procedure.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { aside, colon } from '../../words/marks.ts';
import '../../ui/table.css';

type Mapping = Readonly<Record<string, string>>;
type CaseMove = MigrationPreview['cases'][number];

interface CaseMovesProps {
  readonly preview: MigrationPreview;
  /** Of the version to which it moves. */
  readonly stages: readonly Stage[];
  readonly mapping: Mapping;
  readonly onMap: (mapping: Mapping) => void;
  /** Cases that are to go on by their version. */
  readonly left: readonly string[];
  readonly onLeave: (left: readonly string[]) => void;
}

/** What becomes of each case: its stages, what is new ahead, dates, duties, and what stands against it. */
export function CaseMoves({ preview: { cases }, stages, mapping, onMap, left, onLeave }: CaseMovesProps) {
  const removed = new Map(
    cases.flatMap((each) =>
      each.stages.flatMap(({ was, id, title }) =>
        was !== null && id === null ? [[was, title] as const] : [],
      ),
    ),
  );
  return (
    <>
      {[...removed].map(([was, title]) => (
        <MapStage key={was} {...{ was, title, stages, mapping, onMap }} />
      ))}
      {cases.map((move) => (
        <section key={move.case} className="sheet procedure-preview">
          <Choice move={move} left={left} onLeave={onLeave} />
          <Conflicts move={move} />
          <StagesTable move={move} />
          <Consequences move={move} />
        </section>
      ))}
    </>
  );
}

type ChoiceProps = Pick<CaseMovesProps, 'left' | 'onLeave'> & { readonly move: CaseMove };

/** Whether this one moves; one that stands in the way need not hold the others. */
function Choice({ move, left, onLeave }: ChoiceProps) {
  const { move: words } = useSaid(PROCEDURE);
  const others = left.filter((id) => id !== move.case);
  return (
    <h2>
      <label className="procedure-choice">
        <input
          type="checkbox"
          aria-label={words.take(move.title)}
          checked={!left.includes(move.case)}
          onChange={({ target }) => onLeave(target.checked ? others : [...others, move.case])}
        />
        {move.title}
      </label>
    </h2>
  );
}

interface MapStageProps extends Omit<CaseMovesProps, 'preview' | 'left' | 'onLeave'> {
  readonly was: string;
  readonly title: string;
}

/** Which new stage takes the place of one that is gone. */
function MapStage({ was, title, stages, mapping, onMap }: MapStageProps) {
  const { move: words } = useSaid(PROCEDURE);
  return (
    <div className="form-field">
      <label htmlFor={`map-${was}`}>{words.map(title)}</label>
      <select
        id={`map-${was}`}
        value={mapping[was] ?? ''}
        onChange={({ target }) => onMap({ ...mapping, [was]: target.value })}
      >
        <option value="">{words.states.removed}</option>
        {stages.map(({ id, title: name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function StagesTable({ move }: { readonly move: CaseMove }) {
  const { move: words } = useSaid(PROCEDURE);
  const { language } = useSpeech();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.stages}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.stages}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.how}</th>
          </tr>
        </thead>
        <tbody>
          {move.stages.map(({ was, id, title, state, said }) => (
            <tr key={`${was} ${id}`}>
              <th scope="row">{title}</th>
              <td>{words.states[state]}</td>
              <td>{said[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Conflicts({
  move: { conflicts, notices },
}: {
  readonly move: Pick<CaseMove, 'conflicts' | 'notices'>;
}) {
  const { move: words } = useSaid(PROCEDURE);
  const { language } = useSpeech();
  return (
    <>
      <Lines
        title={words.conflicts}
        lines={conflicts.map(
          ({ said, needs }) => said[language] + (needs ? aside(needs[language], language) : ''),
        )}
      />
      <Lines title={words.notices} lines={notices.map(({ said }) => said[language])} />
    </>
  );
}

function Consequences({ move: { gates, decisions, dates, obligations } }: { readonly move: CaseMove }) {
  const { move: words } = useSaid(PROCEDURE);
  const { language } = useSpeech();
  return (
    <>
      <Lines title={words.gates} lines={gates.map(({ said }) => said[language])} />
      <Lines title={words.decisions} lines={decisions.map(({ said }) => said[language])} />
      <Lines
        title={words.dates}
        lines={dates.map(({ title, said }) => `${title}${colon(language)}${said[language]}`)}
      />
      <Lines title={words.opens} lines={obligations.opens.map(({ name }) => name)} />
      <Lines title={words.drops} lines={obligations.drops.map(({ name }) => name)} />
    </>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
