import { STATUS_WORDS, wordsOf, type SubmissionRegister } from '@mouding/contract';
import { MARK_WORDS, registerLine, type ItemRow, type OrgState, type RegisterLine } from '@mouding/core';
import type { Of } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, seen, sees, type Reader } from './reader.ts';

type Kind = 'contribution' | 'chapter';
type Submitted = Of<ItemRow> & { readonly kind: Kind };

const isSubmitted = (item: Of<ItemRow>): item is Submitted =>
  item.kind === 'contribution' || item.kind === 'chapter';

/**
 * 报送登记 of a case: every contribution and chapter that the reader may see, with its marks and how its date came to be.
 *
 * @throws ProblemError not-found
 */
export async function submissions(reader: Reader, id: string): Promise<SubmissionRegister> {
  const { ledger, visitor } = reader;
  const state = await asked(reader, (known) => known.state('case', id));
  if (!state || !(await sees(reader, 'case', id))) throw new ProblemError('not-found');
  const items = await seen(reader, await ledger.itemsOfCase(visitor.institution, id));
  const asks = items.filter(isSubmitted);
  const { org, lines } = await asked(reader, (known) => ({
    org: known.org,
    lines: asks.map((item) => registerLine(known, item.kind, item.id)),
  }));
  return {
    case: { id, title: state.context.title },
    lines: asks.flatMap((item, i) => {
      const line = lines[i];
      return line ? [lineOf(org, item, line)] : [];
    }),
  };
}

function lineOf(
  org: OrgState,
  { stream, kind, stage, label, department, status }: Submitted,
  { due, received, marks, why }: RegisterLine,
): SubmissionRegister['lines'][number] {
  const of = org.context.departments.find(({ id }) => id === department);
  return {
    stream,
    kind,
    stage,
    label,
    department: of ? { id: of.id, name: of.name } : null,
    status,
    words: wordsOf(STATUS_WORDS, status).zh,
    due,
    received,
    marks: marks.map((mark) => ({ mark, said: { ...MARK_WORDS[mark] } })),
    why: [...why],
  };
}
