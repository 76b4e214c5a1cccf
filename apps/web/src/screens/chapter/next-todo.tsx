import { workPage } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { dataOf } from '../../api/answer.ts';
import { listObligations } from '../../api/generated/sdk.gen.ts';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { labelIn } from '../../words/marks.ts';

/** As many are looked through for one of another thing. */
const FEW = 5;

/** What is to be done after this: the most urgent of everything else that I owe. */
export function NextTodo({ after }: { readonly after: string }) {
  const words = useSaid(CHAPTER);
  const { language } = useSpeech();
  const { data } = useQuery({
    queryKey: ['obligations', 'next'],
    queryFn: () => dataOf(listObligations({ query: { limit: FEW } })),
    staleTime: 0,
  });
  const next = data?.items.find(({ stream }) => stream !== after);
  if (!next) return null;
  return (
    <Link className="chapter-next" to={workPage(next)}>
      {words.next(next.words[language], labelIn(next.label, language))}
    </Link>
  );
}
