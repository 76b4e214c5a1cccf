import { Organisation } from '@mouding/contract';
import { postOf, read, type Stage } from './stage.ts';

const orgOf = ({ company }: Stage): string => `org/${company.houses.hospital}`;

/** The leader of the chapters names a secretary, who may enter from then on what the leader signed on paper. */
export async function nameAide(stage: Stage): Promise<void> {
  const [leader, post] = [await postOf(stage, 'lead'), await postOf(stage, 'clerk')];
  await stage.give('lead', 'org.name-aide', orgOf(stage), { leader, post });
}

/** The office enters another, whom the leader confirms and lets go again. */
export async function changeAides(stage: Stage): Promise<void> {
  const org = orgOf(stage);
  const [leader, post] = [await postOf(stage, 'leader'), await postOf(stage, 'secretary')];
  await stage.give('office', 'org.name-aide', org, { leader, post });
  const { aides } = Organisation.parse(await read(stage, 'leader', '/v1/org'));
  const aide = aides.find((each) => each.leader === leader && each.status === 'waiting')?.aide;
  await stage.give('leader', 'org.confirm-aide', org, { aide, agree: true });
  await stage.give('leader', 'org.end-aide', org, { aide });
}
