import { Link } from 'react-router';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid } from '../../words/language.tsx';
import './hand-in.css';

/** What departments do with a chapter, done on a page of its own. */
const OWN = /\.(submit|give-input|choose-revisions|confirm-text|countersign|confirm-use)$/;

/** From the page of a chapter to where its departments work; nothing for whoever belongs to none of them. */
export function OwnWork({ chapter: { id, may } }: { readonly chapter: Chapter }) {
  const words = useSaid(HAND_IN);
  if (!may.some(({ command }) => OWN.test(command))) return null;
  return (
    <p className="sheet stage handin-own">
      <Link to={`/chapters/${id}/hand-in`}>{words.open}</Link>
    </p>
  );
}
