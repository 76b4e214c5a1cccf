import { ORG } from '../../words/org.ts';
import { dayWords } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { aside, comma } from '../../words/marks.ts';
import type { OrgViewProps } from './org.tsx';
import { OrgActs } from './org-act.tsx';
import { Table } from '../../ui/table.tsx';

const VERBS = [
  'org.create-department',
  'org.rename-department',
  'org.merge-departments',
  'org.split-department',
  'org.close-department',
];

/** 科室: those that are, and those that ended with whoever took over. */
export function Departments({ org }: OrgViewProps) {
  const words = useSaid(ORG);
  const { language } = useSpeech();
  const names = new Map([...org.departments, ...org.dissolved].map(({ id, name }) => [id, name]));
  const kinds: { readonly [kind: string]: string } = words.kinds;
  return (
    <>
      <OrgActs verbs={VERBS} may={org.may} />
      <Table label={words.view.departments} heads={[words.name, words.kind, words.former]}>
        {org.departments.map(({ id, name, kind, former }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{kinds[kind] ?? kind}</td>
            <td>
              {former
                .map((each) => each.name + aside(dayWords(each.until, language), language))
                .join(comma(language))}
            </td>
          </tr>
        ))}
      </Table>
      {org.dissolved.length > 0 && (
        <>
          <h2>{words.ended}</h2>
          <Table label={words.ended} heads={[words.name, words.heir]}>
            {org.dissolved.map(({ id, name, ended, heir }) => (
              <tr key={id}>
                <th scope="row">
                  {name}
                  {aside(dayWords(ended, language), language)}
                </th>
                <td>{names.get(heir)}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </>
  );
}
