import { giveAddressesTo } from '../../demo/addresses.ts';
import { moveTo, office, type Story } from '../story.ts';
import { playScheme } from '../whole-case.ts';
import { expectConformance } from './conforming.ts';
import { S13 } from './expected-conformance.ts';
import { isBack, scan, showArrived } from './after-outage.ts';
import { handInAll, headsOf, mailOf } from './departments.ts';
import { goesDown, workGoesOn, type Affected } from './outage.ts';
import { isSettled, untilOutbox } from './outbox.ts';
import type { Scenario, Scene } from './scenario.ts';

/** Departments that hand in before the outage, and during it; the others owe their plan beyond it. */
const [BEFORE, DURING] = [8, 8];

/** S13 邮件服务器宕机: it refuses for 26 hours, then takes mails without a word, then works again. */
export const s13: Scenario = {
  id: 'S13',
  title: { zh: '邮件服务器宕机26小时', en: 'the mail server is down for 26 hours' },
  mail: true,
  async play(scene) {
    const story = await scene.open();
    await playScheme(story);
    const departments = story.hospital.plan.departments.map(({ name }) => name);
    const usual = await whileItWorks(scene, story, departments);
    const affected: Affected = {
      during: departments.slice(BEFORE, BEFORE + DURING),
      owing: departments.slice(BEFORE + DURING),
    };
    const called = await goesDown(scene, story, affected);
    await workGoesOn(scene, story, { ...affected, called, usual });
    const before = await isBack(scene, story);
    await showArrived(scene, story, { ...affected, called, before });
    await scan(scene, story);
    await expectConformance(scene, story, S13);
  },
};

/** Everybody is written to; some departments hand in. Answers how long an act took, in milliseconds. */
async function whileItWorks(scene: Scene, story: Story, departments: readonly string[]): Promise<number> {
  await moveTo(story, '2025-12-04', 10);
  const clerk = await office(story);
  await giveAddressesTo(scene.urls, clerk.me.institution.id, story.hospital.plan);
  const heads = await headsOf(story, departments);
  await untilOutbox(clerk, 'every department to be told', (lines) =>
    heads.every((head) =>
      lines.some(
        ({ kind, state, recipient }) => recipient.person === head && kind === 'todo' && state === 'sent',
      ),
    ),
  );
  await scene.tell(
    `登记全体人员的邮箱，${departments.length}个科室的待办通知送到邮件服务器`,
    `everybody has an address, and ${departments.length} departments are told what they owe`,
  );
  const { arrived } = scene.postOffice();
  scene.shows(
    '每封待办通知写明事项、名称、办理期限和登录地址',
    'each says what, which and by when, and where to sign in',
    departments.every((name) =>
      arrived.some(
        ({ to, text }) => to.includes(mailOf(story, name)) && text.includes('办理期限：2025年12月10日'),
      ),
    ),
  );
  const usual = await handInAll(story, departments.slice(0, BEFORE));
  await moveTo(story, '2025-12-08', 18);
  await untilOutbox(clerk, 'all mail to be taken over', isSettled);
  return usual;
}
