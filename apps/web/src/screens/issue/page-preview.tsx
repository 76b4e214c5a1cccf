import { PaperPages, type Drawn } from '../../ui/paper-pages.tsx';
import { ISSUE } from '../../words/issue.ts';
import { useSaid } from '../../words/language.tsx';
import './issue.css';

/** A paper as it will be printed, page by page, and as a file. */
export function PagePreview({ of }: { readonly of: Drawn }) {
  const words = useSaid(ISSUE);
  const { plural, id, paper } = of;
  const href = `/v1/${plural}/${id}/papers/${paper}`;
  return (
    <section className="issue-preview" aria-label={words.preview}>
      <div className="issue-preview-head">
        <h2>{words.preview}</h2>
        <a href={`${href}.pdf`} download>
          {words.pdf}
        </a>
        <a href={`${href}.docx`} download>
          {words.word}
        </a>
      </div>
      <p className="soft">{words.previewWhy}</p>
      <PaperPages of={of} />
    </section>
  );
}
