import { useQuery } from '@tanstack/react-query';
import { auditConformanceQuery } from '../../../api/audit.ts';
import type { ConformanceReport, ConformanceStage } from '../../../api/audit-generated/types.gen.ts';
import { Fetched } from '../../../ui/fetched.tsx';
import { AUDIT_ASKS } from '../../../words/audit-asks.ts';
import { dayWords } from '../../../words/day.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { Table } from '../../../ui/table.tsx';
import { useAudited } from './case.tsx';
import { Notices, Records, Refusals } from './shown-apart.tsx';

/** 应经程序 beside 实经程序; notices and refusals apart, since neither is anybody's conduct. */
export function Conformance() {
  const { id } = useAudited();
  return (
    <Fetched query={useQuery(auditConformanceQuery(id))} rows={10}>
      {(report) => <Report report={report} />}
    </Fetched>
  );
}

function Report({ report }: { readonly report: ConformanceReport }) {
  const words = useSaid(AUDIT_ASKS);
  const { case: of, stages, procedure } = report;
  return (
    <>
      <p className="audit-lead">
        {procedure.title}{' '}
        <a href={`/v1/cases/${of.id}/conformance/page`} target="_blank" rel="noreferrer">
          {words.printable}
        </a>
      </p>
      <Table label={words.conformanceTitle} heads={words.stageHeads}>
        {stages.map((stage) => (
          <Stage key={stage.stage} of={stage} />
        ))}
      </Table>
      <h2>{words.anomalies}</h2>
      <Anomalies report={report} />
      <h2>{words.notices}</h2>
      <Notices of={of.id} notices={report.notices} />
      <h2>{words.refusals}</h2>
      <Refusals of={of.id} refusals={report.refusals ?? []} />
      <h2>{words.records}</h2>
      <Records of={of.id} records={report.records} />
    </>
  );
}

function Stage({ of: { title, basis, status, rounds, rules } }: { readonly of: ConformanceStage }) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{basis}</td>
      <td>
        {rounds.length === 0 && <span className="soft">{words.notDone}</span>}
        {rounds.map((round) => (
          <Round key={round.round} round={round} isOne={rounds.length === 1} />
        ))}
      </td>
      <td>
        <span className={`tag audit-kept-${status.code}`}>{status.words[language]}</span>
        {rules.length > 0 && (
          <details>
            <summary>{words.rules(rules.length)}</summary>
            <ul className="audit-rules">
              {rules.map(({ rule, words: said, basis: of, kept }) => (
                <li key={rule}>
                  {said[language]}：{kept.words[language]}
                  {of !== null && <span className="audit-origin soft">{of}</span>}
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
}

interface RoundProps {
  readonly round: ConformanceStage['rounds'][number];
  readonly isOne: boolean;
}

function Round({ round: { round, entered, closed, outcome }, isOne }: RoundProps) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  const from = entered ? dayWords(entered.at, language) : '';
  return (
    <div>
      {!isOne && <span className="soft">{words.round(round)} </span>}
      {closed ? words.since(from, dayWords(closed.at, language)) : words.openSince(from)}
      {outcome && <strong> {outcome.words}</strong>}
    </div>
  );
}

function Anomalies({ report: { anomalies } }: { readonly report: ConformanceReport }) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  return (
    <ul className="sheet rows">
      {anomalies.map(({ class: kind, words: said, found }) => (
        <li key={kind}>
          <span className="row-title">{said[language]}</span>
          {found.length === 0 && <span className="soft">{words.noAnomaly}</span>}
          {found.length > 0 && (
            <ul className="audit-rules">
              {found.map(({ rule, said: what, rectified }, n) => (
                <li key={`${rule} ${n}`}>
                  {what[language]}
                  {rectified && <span className="tag">{words.rectified}</span>}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
