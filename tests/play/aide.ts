import { Organisation } from '@mouding/contract';
import { postOf, read, type Stage } from './stage.ts';

const orgOf = ({ company }: Stage): string => `org/${company.houses.hospital}`;

/** The leader of the chapters names a secretary, who may enter from then on what the leader signed on paper. */
export async function nameAide(stage: Stage): Promise<void> {
  const [leader, post] = [await postOf(stage, 'lead'), await postOf(stage, 'clerk')];
  await stage.give('lead', 'org.name-aide', orgOf(stage), { leader, post });
}

/** The leader lets the secretary go again, who sees and enters nothing from then on. */
export async function endAide(stage: Stage): Promise<void> {
  await stage.give('lead', 'org.end-aide', orgOf(stage), { aide: await aideOf(stage, 'lead') });
}

/** The office enters another, whom the leader confirms and lets go again. */
export async function changeAides(stage: Stage): Promise<void> {
  const org = orgOf(stage);
  const [leader, post] = [await postOf(stage, 'leader'), await postOf(stage, 'secretary')];
  await stage.give('office', 'org.name-aide', org, { leader, post });
  const aide = await aideOf(stage, 'leader');
  await stage.give('leader', 'org.confirm-aide', org, { aide, agree: true });
  await stage.give('leader', 'org.end-aide', org, { aide });
}

/** The registration of a leader's secretary. */
async function aideOf(stage: Stage, who: 'lead' | 'leader'): Promise<string | undefined> {
  const leader = await postOf(stage, who);
  const { aides } = Organisation.parse(await read(stage, who, '/v1/org'));
  return aides.find((each) => each.leader === leader)?.aide;
}
