import type { Issue } from '../../api/generated/types.gen.ts';
import { ISSUE } from '../../words/issue.ts';
import { useSaid } from '../../words/language.tsx';
import type { Names } from './use-names.ts';

interface SheetProps {
  readonly data: Issue['data'];
  readonly names: Names;
}

/** 发文稿纸: what will stand on the paper. */
export function Sheet({ data, names }: SheetProps) {
  const words = useSaid(ISSUE);
  return (
    <section className="sheet issue-panel" aria-label={words.sheet}>
      <h2>{words.sheet}</h2>
      {data.editorial !== null && <p className="due-soon">{words.editorial}</p>}
      <dl className="facts">
        {rowsOf(data, names, words).map(([name, value]) => (
          <Row key={name} name={name} value={value} />
        ))}
      </dl>
    </section>
  );
}

type Words = typeof ISSUE.zh;

function rowsOf(data: Issue['data'], names: Names, words: Words): readonly (readonly [string, string])[] {
  const { recipients, copies, voided, done, copiedTo: copied } = data;
  const listed = (all: readonly string[]): string => all.join('、') || words.none;
  return [
    [words.number, numberIn(data, words)],
    [words.signer, names.post(done['sign']?.post ?? null) || words.nobody],
    [words.to, listed(recipients.map(names.department))],
    [words.copied, listed(copied.map((one) => copiedTo(one, names, words.authority)))],
    [words.disclosure, disclosureIn(words.disclosures, data.disclosure) ?? words.none],
    [words.copies, copies === null ? words.none : words.copiesOf(copies)],
    ...(voided.length > 0 ? [[words.voided, listed(voided)] as const] : []),
  ];
}

const numberIn = ({ number, reserved }: Issue['data'], words: Words): string =>
  number ?? (reserved === null ? words.noNumber : words.reserved(reserved));

const Row = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);

const copiedTo = ({ department, name }: Issue['data']['copiedTo'][number], names: Names, authority: string) =>
  name ?? (department === undefined ? authority : names.department(department));

const disclosureIn = (words: { readonly [kind: string]: string }, kind: string | null): string | undefined =>
  kind === null ? undefined : words[kind];
