import type { Meeting } from '../../api/generated/types.gen.ts';
import { useWords } from '../../words/language.tsx';

/** 应到、实到 as a bar with its numbers in words. What counts and what is needed is the server's to say. */
export function Quorum({ data: { roll, present, attended, rule } }: Pick<Meeting, 'data'>) {
  const { meeting: words } = useWords();
  const voters = roll.filter(({ role }) => role !== 'guest' && role !== 'observer');
  const all = attended?.all ?? voters.length;
  const here = attended?.present ?? voters.filter(({ post }) => present.includes(post)).length;
  const { num, den, inclusive } = rule.quorum;
  return (
    <section aria-label={words.attendance}>
      <p>
        {words.there(all, here)} <span className="soft">{words.quorum(num, den, inclusive)}</span>
      </p>
      <meter className="gauge" min={0} max={Math.max(all, 1)} value={here} low={(all * num) / den}>
        {words.there(all, here)}
      </meter>
    </section>
  );
}
