import type { OrgPreview } from '../../api/generated/types.gen.ts';
import { ORG } from '../../words/org.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon, comma } from '../../words/marks.ts';

/** 办理后的情况: what would be recorded, what changes hands, what nobody would handle; or why it is refused. */
export function PreviewNote({ preview }: { readonly preview: OrgPreview }) {
  const words = useSaid(ORG);
  const { language } = useSpeech();
  const { refusal, notices, facts, departments, things } = preview;
  if (refusal)
    return (
      <p role="alert" className="due-late">
        {refusal.said[language]}
        {refusal.needs && ` ${words.needs(refusal.needs[language])}`}
      </p>
    );
  return (
    <section className="org-preview" role="status" aria-label={words.previewing}>
      <h3>{words.previewing}</h3>
      <p>
        {words.facts}
        {colon(language)}
        {facts.map(({ words: said }) => said[language]).join(comma(language))}
      </p>
      <ul>
        {notices.map(({ rule, said }) => (
          <li key={rule} className="due-soon">
            {said[language]}
          </li>
        ))}
        {departments.map(({ department, heir }) => (
          <li key={department.id}>{words.dissolved(department.name ?? '', heir.name ?? '')}</li>
        ))}
      </ul>
      <Moves moves={preview.moves} />
      {things.length > 0 && (
        <p>
          {words.things}
          {colon(language)}
          {things.map(({ label }) => label).join(comma(language))}
        </p>
      )}
    </section>
  );
}

function Moves({ moves }: Pick<OrgPreview, 'moves'>) {
  const words = useSaid(ORG);
  const { language } = useSpeech();
  const named = (people: OrgPreview['moves'][number]['to']): string =>
    people.length === 0
      ? words.nobody
      : people.map(({ name }) => name ?? words.someone).join(comma(language));
  if (moves.length === 0) return <p className="soft">{words.nothingMoves}</p>;
  return (
    <>
      <p>{words.moves(moves.length)}</p>
      <ul>
        {moves.map((move, n) => (
          <li key={`${n} ${move.name}`}>
            {words.move(`${move.words[language]} ${move.label}`, named(move.from), named(move.to))}
            {move.unheld && <strong className="due-late"> {words.unheldThen}</strong>}
          </li>
        ))}
      </ul>
    </>
  );
}
