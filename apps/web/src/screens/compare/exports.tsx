import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { papersQuery } from '../../api/queries.ts';
import { COMPARE } from '../../words/compare.ts';
import { useSaid, useWords } from '../../words/language.tsx';

interface ExportsProps {
  readonly plural: string;
  readonly id: string;
  /** The two versions that are compared. */
  readonly from: string;
  readonly to: string;
}

/** The comparison to take away: 花脸稿 in Word, 修改对照表 where there is one, and what stands here on paper. */
export function Exports({ plural, id, from, to }: ExportsProps) {
  const words = useSaid(COMPARE);
  const { papers: shared } = useWords();
  const { data } = useQuery(papersQuery(plural, id));
  const table = data?.papers.find(({ paper }) => paper === 'comparison');
  return (
    <section className="compare-exports" aria-label={words.exports}>
      <a href={`/v1/${plural}/${id}/redline.docx?since=${from}&text=${to}`} download>
        {words.redline}
      </a>
      {table?.formats.map((format) => (
        <a key={format} href={`${table.href}.${format}`} download>
          {words.comparison} · {shared.formats[format]}
        </a>
      ))}
      <Button onClick={() => print()}>{words.print}</Button>
    </section>
  );
}
