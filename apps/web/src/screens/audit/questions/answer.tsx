import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { answerQuery } from '../../../api/audit.ts';
import type { AuditAnswer } from '../../../api/audit-generated/types.gen.ts';
import { Fetched } from '../../../ui/fetched.tsx';
import { AUDIT_ASKS } from '../../../words/audit-asks.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { useAudited } from '../case/case.tsx';
import { Exports } from '../exports.tsx';
import { AnswerRow } from './answer-row.tsx';
import { SheetDialog } from './sheet-dialog.tsx';

/** The answer to a canned question: a sentence, its rows, and what they rest on. */
export function Answer() {
  const { question = '' } = useParams();
  const { id } = useAudited();
  const words = useSaid(AUDIT_ASKS);
  return (
    <>
      <p>
        <Link to={`/cases/${id}/questions`}>{words.back}</Link>
      </p>
      <Fetched query={useQuery(answerQuery(question, id))} rows={8}>
        {(answer) => <Answered key={question} answer={answer} />}
      </Fetched>
    </>
  );
}

function Answered({ answer }: { readonly answer: AuditAnswer }) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  const { question, case: of, known, sum, rows } = answer;
  return (
    <>
      <h2>{question.title[language]}</h2>
      <p>{question.said[language]}</p>
      {question.basis !== null && <p className="soft">{words.basis(question.basis)}</p>}
      <p className="audit-note">
        <strong>{words.caution}</strong> {question.caution[language]}
      </p>
      <p role="status" className="audit-sum">
        {known ? sum[language] : words.unknown}
      </p>
      <Exports path={`/v1/questions/${question.id}/export`} query={{ case: of.id }} />
      {rows.length > 0 && <Rows answer={answer} />}
    </>
  );
}

/** The rows; what is picked of them goes into a sheet of evidence. */
function Rows({ answer: { question, case: of, rows } }: { readonly answer: AuditAnswer }) {
  const { language } = useSpeech();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [isMaking, setMaking] = useState(false);
  const chosen = rows.filter(({ key }) => picked.includes(key));
  const cited = [...new Set(chosen.flatMap(({ evidence }) => evidence.map(({ idx }) => idx)))];
  const begin = {
    title: question.title[language],
    said: chosen.map(({ said }) => said[language]).join('\n'),
    basis: question.basis ?? '',
  };
  return (
    <>
      <ul className="sheet rows">
        {rows.map((row) => (
          <AnswerRow
            key={row.key}
            row={row}
            of={of.id}
            isPicked={picked.includes(row.key)}
            onPick={(isIn) =>
              setPicked(isIn ? [...picked, row.key] : picked.filter((key) => key !== row.key))
            }
          />
        ))}
      </ul>
      <MakeSheet count={cited.length} onPress={() => setMaking(true)} />
      {isMaking && <SheetDialog of={of.id} begin={begin} evidence={cited} onClose={() => setMaking(false)} />}
    </>
  );
}

function MakeSheet({ count, onPress }: { readonly count: number; readonly onPress: () => void }) {
  const words = useSaid(AUDIT_ASKS);
  return (
    <p className="audit-make">
      <Button size="large" type="primary" disabled={count === 0} onClick={onPress}>
        {count === 0 ? words.sheet : words.sheetN(count)}
      </Button>
      {count === 0 && <span className="soft">{words.sheetNone}</span>}
    </p>
  );
}
