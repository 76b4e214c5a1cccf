import { Organisation, OrgPreview, OwingList, type OrgPreviewWish } from '@mouding/contract';
import { addDays } from '@mouding/core';
import { advance, headOf, moveTo, office, person, type Story } from '../story.ts';
import { exactly, obligationsOf } from './clockwork.ts';
import { askedOf, handInAll } from './departments.ts';
import type { Scene } from './scenario.ts';

const [ENDS, HEIR] = ['核算科', '财务科'];

/** What an act on the organisation would come to, as the administrator sees it before. */
export async function previewed(story: Story, wish: OrgPreviewWish): Promise<OrgPreview> {
  const admin = await person(story, 'admin');
  return admin.ask('/v1/org/preview', wish, OrgPreview);
}

/** 核算科并入财务科 while every department owes its plan: what it owes goes to the heir, under the name of then. */
export async function mergeDepartments(scene: Scene, story: Story): Promise<void> {
  const on = addDays(story.calendar.contributions, -6);
  await moveTo(story, addDays(on, -1), 10);
  const admin = await person(story, 'admin');
  const { id, departments } = await admin.read('/v1/org', Organisation);
  const idOf = (name: string): string => departments.find((each) => each.name === name)?.id ?? '';
  const body = {
    departments: [idOf(ENDS)],
    into: { department: idOf(HEIR) },
    on,
    document: '云市中医〔2026〕3号',
  };
  const { stream } = await askedOf(story, ENDS);
  const heir = await headOf(story, HEIR);
  const foreseen = await previewed(story, { verb: 'org.merge-departments', body });
  scene.shows(
    `预览：${ENDS}由${HEIR}承接，应报的发展规划随之转由${HEIR}负责人办理`,
    'the preview names the heir, and what goes to its head',
    foreseen.departments.some(({ heir: of }) => of.name === HEIR) &&
      foreseen.moves.some(
        ({ verb, to }) => verb === 'contribution.submit' && to.some(({ id: by }) => by === heir.me.person),
      ),
  );
  await admin.act(`org/${id}`, 'merge-departments', body);
  scene.shows(
    '生效之前，待办仍在原科室',
    'before its day nothing has moved',
    (await obligationsOf(await headOf(story, ENDS), stream)).length > 0,
  );
  await exactly(story, on, '08:00:00');
  await scene.tell(
    `${ENDS}并入${HEIR}，按生效日期自动生效`,
    'one department is merged into another, on its day',
  );
  await showMerged(scene, story, stream);
  await handInRest(story, stream);
}

async function showMerged(scene: Scene, story: Story, stream: string): Promise<void> {
  const [former, heir] = [await headOf(story, ENDS), await headOf(story, HEIR)];
  scene.shows(
    '未了事项转由承接科室负责人办理，原负责人的待办清空',
    'what is open is the heir’s now, and no longer of whoever headed the department',
    (await obligationsOf(heir, stream)).includes('contribution.submit') &&
      (await obligationsOf(former, stream)).length === 0,
  );
  const { groups } = await (await office(story)).read(`/v1/cases/${story.caseId}/owing`, OwingList);
  const lines = groups.flatMap((group) => group.lines);
  scene.shows(
    `未办清单列在${HEIR}名下，注明承接原${ENDS}`,
    'the list of who owes what says for whom',
    lines.some(({ department, holder }) => department?.name === HEIR && holder.includes(`承接原${ENDS}`)),
  );
  await showHeir(scene, story);
}

/** What the case itself shows of the department that ended. */
async function showHeir(scene: Scene, story: Story): Promise<void> {
  const item = await askedOf(story, ENDS);
  scene.shows(
    '素材仍记在原科室名下，注明承接科室；逾期等标记随之保留',
    'the plan stays under the name of then, with its heir beside it',
    item.heir?.name === HEIR && item.label.startsWith(ENDS),
  );
}

/** The heir hands in for the department that ended, everybody else for their own. */
async function handInRest(story: Story, stream: string): Promise<void> {
  const heir = await headOf(story, HEIR);
  await heir.act(stream, 'submit', { text: await heir.keep(`${ENDS}“十五五”发展规划\n`) });
  await (await office(story)).act(stream, 'accept');
  const others = story.hospital.plan.departments.map(({ name }) => name).filter((name) => name !== ENDS);
  await handInAll(story, others);
  await moveTo(story, story.calendar.contributions, 17);
  await advance(story, 'contributions');
}
