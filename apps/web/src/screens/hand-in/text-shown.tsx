import { useQuery } from '@tanstack/react-query';
import { textQuery } from '../../api/queries.ts';
import { Reader } from '../../text/reader.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { useWords } from '../../words/language.tsx';
import { pluralOf, type Submitted } from './submitted.ts';

/** The text as it lies here, for whoever handed it in or countersigns it. */
export function TextShown({ thing }: { readonly thing: Submitted }) {
  const { text: words } = useWords();
  const hash = thing.data.text?.hash ?? null;
  const query = useQuery(textQuery(pluralOf(thing), thing.id, hash));
  if (hash === null) return null;
  return (
    <>
      <h2>{words.title}</h2>
      <Fetched query={query}>{(text) => <Reader text={text} />}</Fetched>
    </>
  );
}
