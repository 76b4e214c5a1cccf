import { passWords, quorumWords, valueWords, weighedRuleWords, type Definition } from '@mouding/core';
import { PROCEDURE } from '../../words/procedure.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { aside, colon, comma, semicolon } from '../../words/marks.ts';
import { Table } from '../../ui/table.tsx';

interface TableProps {
  readonly definition: Definition;
}

/** 机构与规则: who decides how, who writes what, and what a change after the gates means. */
export function BodiesAndRules({ definition }: TableProps) {
  const words = useSaid(PROCEDURE);
  const { language } = useSpeech();
  return (
    <>
      <h2>{words.bodies}</h2>
      <BodiesTable definition={definition} />
      <h2>{words.chapters}</h2>
      {definition.chapters.length === 0 ? (
        <p>{words.noChapters}</p>
      ) : (
        <ChaptersTable definition={definition} />
      )}
      {definition.amendments && (
        <>
          <h2>{words.amendments}</h2>
          <ol>
            {definition.amendments.classes.map(({ id, title, basis }) => (
              <li key={id}>
                {title}
                {basis !== undefined && <span className="soft">{aside(basis, language)}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function BodiesTable({ definition }: TableProps) {
  const words = useSaid(PROCEDURE);
  const { decides, ballot, quorum, pass, weighed, basis } = words;
  return (
    <Table label={words.bodies} heads={[words.bodies, decides, ballot, quorum, pass, weighed, basis]}>
      {Object.entries(definition.bodies).map(([key, body]) => (
        <BodyRow key={key} body={body} />
      ))}
    </Table>
  );
}

function BodyRow({ body }: { readonly body: Definition['bodies'][string] }) {
  const { effects } = useSaid(PROCEDURE);
  const { language } = useSpeech();
  const weighed = Object.entries(body.rules ?? {}).map(
    ([rule, { effect }]) => `${weighedRuleWords(rule)[language]}${colon(language)}${effects[effect]}`,
  );
  return (
    <tr>
      <th scope="row">{body.title}</th>
      <td>{valueWords(body.decides)[language]}</td>
      <td>{valueWords(body.ballot)[language]}</td>
      <td>{quorumWords(body)[language]}</td>
      <td>{passWords(body)[language]}</td>
      <td>{weighed.join(semicolon(language))}</td>
      <td>{body.basis}</td>
    </tr>
  );
}

function ChaptersTable({ definition }: TableProps) {
  const { chapters: label, chapter: words } = useSaid(PROCEDURE);
  const { language } = useSpeech();
  return (
    <Table label={label} heads={Object.values(words)}>
      {definition.chapters.map(({ no, title, lead, owners, support }) => (
        <tr key={no}>
          <td>{no}</td>
          <th scope="row">{title}</th>
          <td>{lead}</td>
          <td>{owners.join(comma(language))}</td>
          <td>{support.join(comma(language))}</td>
        </tr>
      ))}
    </Table>
  );
}
