import type { StateDifference, StateLine } from '../../../api/audit-generated/types.gen.ts';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { dueDay } from '../../../words/day.ts';
import { useSaid, useSpeech, type Language } from '../../../words/language.tsx';
import { code } from '../moment.ts';
import { useStageNames } from '../stage-names.ts';
import { Table } from '../../../ui/table.tsx';

interface ChangesProps {
  readonly changed: StateDifference['changed'];
  readonly of: string;
}

/** Things that stand otherwise, before beside after; only what differs is said. */
export function Changes({ changed, of }: ChangesProps) {
  const words = useSaid(AUDIT_TIME);
  const { language } = useSpeech();
  return (
    <Table label={words.change} heads={words.changeHeads}>
      {changed.map(({ what, words: said, fields, before, after }) => {
        const shown = what === 'changed' ? fields : ['status'];
        const { label, stream } = after ?? before ?? { label: '', stream: '' };
        return (
          <tr key={stream}>
            <td>
              <span className={`tag audit-change-${what}`}>{said[language]}</span>
            </td>
            <th scope="row">{label}</th>
            <td>
              <Side line={before} fields={shown} of={of} />
            </td>
            <td>
              <Side line={after} fields={shown} of={of} />
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

interface SideProps {
  readonly line: StateLine | null;
  readonly fields: readonly string[];
  readonly of: string;
}

function Side({ line, fields, of }: SideProps) {
  const { fields: names, none } = useSaid(AUDIT_TIME);
  const { language } = useSpeech();
  const stages = useStageNames(of);
  if (!line) return none;
  return fields.map((field) => (
    <div key={field}>
      <span className="soft">{names[field as keyof typeof names]}</span>{' '}
      {VALUES[field]?.(line, { language, stages }) ?? none}
    </div>
  ));
}

interface Saying {
  readonly language: Language;
  readonly stages: ReadonlyMap<string, string>;
}

const VALUES: {
  readonly [field: string]: (line: StateLine, saying: Saying) => string | null | undefined;
} = {
  status: ({ statusWords }, { language }) => statusWords[language],
  label: ({ label }) => label,
  stage: ({ stage }, { stages }) => stages.get(stage ?? ''),
  due: ({ due }, { language }) => due && dueDay(due, language),
  text: ({ text }) => text && code(text.hash),
  department: ({ department }) => department?.name,
};
