import type { Subject } from '../case/case.ts';
import type { Known } from '../decider.ts';
import { aidesOf } from '../org/aide.ts';
import type { Kind } from '../stream.ts';

/**
 * 院领导秘书, by post: of a chapter whoever serves its leader; of a review and of an issue, where any leader may speak or
 * sign, whoever serves one. Whose act is entered there, the command says.
 */
export function ofAides(known: Known, kind: Kind, id: string): readonly string[] {
  if (kind === 'chapter') return ofChapter(known, id);
  const context = kind === 'review' || kind === 'issue' ? known.state(kind, id)?.context : undefined;
  // Where nobody serves anybody, the case behind it need not be known.
  if (!context || aidesOf(known.org, null, []).length === 0) return [];
  return aidesOf(known.org, null, writersOf(known, context));
}

function ofChapter(known: Known, id: string): readonly string[] {
  const chapter = known.state('chapter', id)?.context;
  return chapter ? aidesOf(known.org, chapter.lead, [chapter.desk, ...chapter.owners]) : [];
}

interface About {
  readonly case: string;
  readonly subject: Subject;
}

/** The departments whose chapters stand in the text; the scheme is the office's. */
function writersOf(known: Known, { case: caseId, subject }: About): readonly string[] {
  const chapters = subject === 'manuscript' ? known.state('case', caseId)?.context.chapters : undefined;
  return (chapters ?? []).flatMap(({ owners }) => owners);
}
