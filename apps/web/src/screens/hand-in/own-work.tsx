import { isOfDepartments } from '@mouding/contract';
import { Link } from 'react-router';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid } from '../../words/language.tsx';
import './hand-in.css';

/** From the page of a chapter to where its departments work; nothing for whoever belongs to none of them. */
export function OwnWork({ chapter: { id, may } }: { readonly chapter: Chapter }) {
  const words = useSaid(HAND_IN);
  if (!may.some(({ command }) => isOfDepartments(command))) return null;
  return (
    <p className="sheet stage handin-own">
      <Link to={`/chapters/${id}/hand-in`}>{words.open}</Link>
    </p>
  );
}
