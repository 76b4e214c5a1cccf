import { useQuery } from '@tanstack/react-query';
import { papersQuery } from '../../api/queries.ts';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid, useWords } from '../../words/language.tsx';
import { pluralOf, type Submitted } from './submitted.ts';

/** 报送模板: where the text is to be written, if not here. */
export function Template({ thing }: { readonly thing: Submitted }) {
  const words = useSaid(HAND_IN);
  const { papers: forms } = useWords();
  const { data } = useQuery(papersQuery(pluralOf(thing), thing.id));
  const template = data?.papers.find(({ paper }) => paper === 'template');
  if (!template) return null;
  return (
    <span className="handin-template">
      {words.template}
      {template.formats.map((format) => (
        <a
          key={format}
          href={`${template.href}.${format}`}
          download
          aria-label={`${words.template} ${forms.formats[format]}`}
        >
          {forms.formats[format]}
        </a>
      ))}
    </span>
  );
}
