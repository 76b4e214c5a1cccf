import { ObligationPage } from '@mouding/contract';
import { until } from '../../until.ts';
import { advance, itemOf, moveTo, office, type Story } from '../story.ts';

const STAGE = 'authority';

/** 报批: the hospital files its plan, the authority examines it in its own log, and the answer comes back. */
export async function askAuthority(story: Story): Promise<void> {
  await send(story);
  await answer(story);
  await until('the answer of the authority', async () => {
    const { status } = await itemOf(story, STAGE, 'filing');
    return status === 'answered' ? status : undefined;
  });
  await advance(story, STAGE);
}

/** The package leaves; what becomes of it is the authority's affair. */
export async function send(story: Story): Promise<void> {
  await moveTo(story, story.calendar.filing, 10);
  const { stream } = await itemOf(story, STAGE, 'filing');
  const session = await office(story);
  const papers = ['编制说明', '院长办公会纪要', '党委会决议', '职工代表大会决议', '意见采纳情况汇总表'];
  const manifest = [];
  for (const title of papers)
    manifest.push({ title, text: await session.keep(`${title}\n（随请示报送。）\n`) });
  await session.act(stream, 'send', { letter: '请示', manifest });
}

async function answer(story: Story): Promise<void> {
  const { calendar, authority } = story;
  const examiner = await authority.cast.as('jingban');
  const dossier = await until('the filing to arrive at the authority', async () => {
    const { items } = await examiner.read('/v1/obligations', ObligationPage);
    return items.find(({ verb }) => verb === 'dossier.answer')?.stream;
  });
  await moveTo(story, calendar.approval, 15);
  const number = `云卫规划〔${calendar.approval.slice(0, 4)}〕17号`;
  const letter = await examiner.keep(
    `关于同意云岭市中医院发展规划的批复\n${number}\n经审议，同意你院报送的发展规划，请认真组织实施。\n`,
  );
  await examiner.act(dossier, 'answer', { outcome: 'approved', number, letter });
}
