import { pageOf } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { Precheck } from '../../api/generated/types.gen.ts';
import { Difference } from '../../text/difference.tsx';
import { ISSUE } from '../../words/issue.ts';
import { useSaid, useSpeech, useWords } from '../../words/language.tsx';
import { colon, comma } from '../../words/marks.ts';
import { precheckQuery } from '../cockpit/queries.ts';

type Stop = Precheck['stops'][number];

interface StopsProps {
  readonly caseId: string;
  /** Opens one of the doors that are asked of the issue itself. */
  readonly onDoor: (verb: string) => void;
}

/** 印发预检: what would stop the issue today, with the first place that differs, and the ways out of it. */
export function Stops({ caseId, onDoor }: StopsProps) {
  const words = useSaid(ISSUE);
  const { language } = useSpeech();
  const { data } = useQuery({ ...precheckQuery(caseId), retry: false });
  if (!data || data.standing === 'issued') return null;
  return (
    <section aria-label={words.precheck}>
      <h2>{words.precheck}</h2>
      <p className={data.standing === 'stopped' ? 'due-soon' : undefined}>{data.words[language]}</p>
      {data.stops.length === 0 ? (
        <p>{words.clear}</p>
      ) : (
        <ol className="sheet issue-stops">
          {data.stops.map((stop) => (
            <One key={`${stop.rule} ${stop.said.zh}`} stop={stop} caseId={caseId} onDoor={onDoor} />
          ))}
        </ol>
      )}
    </section>
  );
}

interface OneProps extends StopsProps {
  readonly stop: Stop;
}

function One({ stop, caseId, onDoor }: OneProps) {
  const words = useSaid(ISSUE);
  const { basis: basisOf } = useWords();
  const { language } = useSpeech();
  const { effect, said, basis, by, takes, about, difference } = stop;
  return (
    <li className={effect === 'block' ? 'issue-blocks' : undefined}>
      <p>
        <span className="issue-tag">{words[effect]}</span>
        <strong>{said[language]}</strong>
      </p>
      {difference && <Difference {...difference} />}
      {by.length > 0 && (
        <p>
          {words.who}
          {colon(language)}
          {by.join(comma(language))}
          {takes && ` · ${takes.said[language]}`}
        </p>
      )}
      {basis !== null && <p className="soft">{basisOf(basis)}</p>}
      <div className="issue-acts">
        {about !== null && <Link to={pageOf(about)}>{words.open}</Link>}
        <Doors stop={stop} caseId={caseId} onDoor={onDoor} />
      </div>
    </li>
  );
}

/** 恢复审议稿, 编辑性修改, 经批准例外: those of the issue open here, that of the plan where it is asked. */
function Doors({ stop: { doors }, caseId, onDoor }: OneProps) {
  const { language } = useSpeech();
  return doors.map(({ door, words: said, command }) =>
    command.startsWith('issue.') ? (
      <Button key={door} onClick={() => onDoor(command)}>
        {said[language]}
      </Button>
    ) : (
      <Link key={door} to={`/cases/${caseId}/asks?ask=${command}`}>
        {said[language]}
      </Link>
    ),
  );
}
