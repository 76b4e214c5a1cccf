import { MigrationPreview } from '@mouding/contract';
import { REVIEW } from './scheme-procedures.ts';
import { keep, read, type Stage } from './stage.ts';

const PAPER = { title: '党委会决议', number: '党委会2026年第6次' };
const LATER = { ...REVIEW, id: 'moving', title: '换版程序' };

/** 换版: a case under way moves to a further version as it was previewed, and is taken back. */
export async function moveThereAndBack(stage: Stage): Promise<void> {
  const publish = async (definition: object): Promise<string> =>
    (await stage.give('office', 'procedure.publish', '', { definition, document: PAPER })).made ?? '';
  await publish(LATER);
  const scheme = await keep(stage, 'office', `换版的方案${stage.words('moving')}`);
  const body = { title: '换版论证', procedure: LATER.id, scheme, authority: null };
  const { made } = await stage.give('office', 'case.open', '', body);
  const procedure = await publish({ ...LATER, summary: '第二版' });
  const cases = [(made ?? '').slice('case/'.length)];
  const path = `/v1/procedures/${procedure.slice('procedure/'.length)}/migration?to=2&cases=${cases.join(',')}`;
  const { digest } = MigrationPreview.parse(await read(stage, 'director', path));
  await stage.give('director', 'procedure.migrate', procedure, { to: 2, cases, document: PAPER, digest });
  await stage.give('director', 'procedure.roll-back', procedure, { cases, document: PAPER });
}
