import { MigrationPreview } from '@mouding/contract';
import type { Session } from '../../client/session.ts';
import { person, type Story } from '../story.ts';

/** The paper on which cases move. */
interface Paper {
  readonly title: string;
  readonly number: string;
}

const idOf = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

/** 换版预览 of these cases to the newest version, as the director sees it. */
export async function movePreview(
  story: Story,
  procedure: string,
  cases: readonly Story[],
): Promise<MigrationPreview> {
  const director = await person(story, 'zhuren');
  const asked = cases.map(({ caseId }) => caseId).join(',');
  return director.read(`/v1/procedures/${idOf(procedure)}/migration?to=3&cases=${asked}`, MigrationPreview);
}

/** Carries out what was seen. @throws ApiProblem when it is refused */
export const moveCases = (
  session: Session,
  procedure: string,
  { to, cases, digest }: MigrationPreview,
  document: Paper,
) => session.act(procedure, 'migrate', { to, cases: cases.map((each) => each.case), document, digest });

/** Takes cases back to the version before. @throws ApiProblem when it is refused */
export const takeBack = (session: Session, procedure: string, cases: readonly Story[], document: Paper) =>
  session.act(procedure, 'roll-back', { cases: cases.map(({ caseId }) => caseId), document });
