import { useQuery } from '@tanstack/react-query';
import type { Consultation } from '../../api/generated/types.gen.ts';
import { textQuery, treeQuery } from '../../api/queries.ts';
import { Reader } from '../../text/reader.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Clauses, type Passage } from './clauses.tsx';

interface DraftTextProps {
  readonly thing: Consultation;
  readonly canSay: boolean;
  readonly onSay: (passage: Passage) => void;
}

/** 征求意见稿: by clauses where it is kept so, otherwise as it reads. */
export function DraftText({ thing, canSay, onSay }: DraftTextProps) {
  const { text } = thing.data;
  const isTree = text?.scheme === 'tree@1';
  const tree = useQuery(treeQuery('consultations', thing.id, isTree ? text.hash : null));
  const plain = useQuery(textQuery('consultations', thing.id, isTree || text === null ? null : text.hash));
  if (text === null) return null;
  return isTree ? (
    <Fetched query={tree}>{({ nodes }) => <Clauses nodes={nodes} canSay={canSay} onSay={onSay} />}</Fetched>
  ) : (
    <Fetched query={plain}>{(content) => <Reader text={content} />}</Fetched>
  );
}
