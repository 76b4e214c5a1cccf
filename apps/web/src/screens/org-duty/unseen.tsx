import { pageOf, PLURALS } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Delegations } from '../../api/generated/types.gen.ts';
import { resourceQuery } from '../../api/resource.ts';
import { useSpeech } from '../../words/language.tsx';
import { colon, labelIn } from '../../words/marks.ts';

interface UnseenProps {
  readonly act: Delegations['items'][number]['unseen'][number];
}

/** One thing that was done in my name: what, and of which thing, which it leads to. */
export function Unseen({ act: { stream, words } }: UnseenProps) {
  const { language } = useSpeech();
  const [kind = '', id = ''] = stream.split('/');
  const { data } = useQuery({ ...resourceQuery(PLURALS[kind] ?? kind, id), retry: false });
  const label = data?.data.label ?? '';
  return (
    <Link to={pageOf(stream)}>
      {words[language]}
      {label !== '' && `${colon(language)}${labelIn(label, language)}`}
    </Link>
  );
}
