import { Organisation, resourceOf } from '@mouding/contract';
import { addDays } from '@mouding/core';
import type { Session } from '../../client/session.ts';
import { planOpinions } from '../opinions.ts';
import { decide, hold, postOf, sit } from '../plays/meeting.ts';
import { headOf, holderOf, itemOf, office, overview, type Story } from '../story.ts';
import { refusedBy } from './expecting.ts';
import { contentOf, openStages } from './reading-text.ts';
import { planned } from './readings.ts';
import type { Scene } from './scenario.ts';

const Mandate = resourceOf('mandate');
/** Drafts under both mandates. */
const DRAFTER = '财务科';

/** Two passages of the text that occur once, and one with a number in it. */
interface Passages {
  readonly plain: readonly [string, string];
  readonly numbered: { readonly quote: string; readonly number: string };
}

/** A passage with one number of several digits, unique in the text. */
function numbered(content: string): Passages['numbered'] {
  const found = [...content.matchAll(/[\u4e00-\u9fff]{3,12}(\d{2,4})[\u4e00-\u9fff]{1,8}/gu)].find(
    ([quote]) => content.indexOf(quote) === content.lastIndexOf(quote),
  );
  return { quote: found?.[0] ?? '', number: found?.[1] ?? '' };
}

async function passagesOf(story: Story): Promise<Passages> {
  const content = await contentOf(story);
  const found = numbered(content);
  const [first, second] = planOpinions(content, 12, story.random)
    .map(({ quote }) => quote)
    .filter((quote) => !/\d/u.test(quote) && !found.quote.includes(quote) && !quote.includes(found.quote));
  return { plain: [first ?? '', second ?? ''], numbered: found };
}

const more = (number: string): string => String(Number(number) + 1);

const edit = (quote: string, replacement: string, point: number | null) => ({
  quote,
  replacement,
  point,
  cites: null,
  reason: '按会议纪要修改',
});

/** 授权修改: one point about a passage, one about a number; 财务科 drafts, 院长 approves. */
async function mandateOf(story: Story, { plain, numbered: { quote, number } }: Passages, on: string) {
  const { departments } = await (await office(story)).read('/v1/org', Organisation);
  const approver = await holderOf(story, '院长');
  return {
    points: [
      { words: '按会议意见完善有关表述', passages: [plain[0]] },
      { words: '按财务测算调整该项数值', passages: [quote], numbers: [number, more(number)] },
    ],
    drafter: { department: departments.find(({ name }) => name === DRAFTER)?.id },
    approver: postOf(approver, '院长'),
    due: addDays(on, 14),
  };
}

interface Drafted {
  readonly mandate: string;
  readonly approver: Session;
}

/** 财务科 hands in the table of changes. */
async function draft(story: Story, gate: string, edits: readonly object[]): Promise<Drafted> {
  const { stream: mandate } = await itemOf(story, `${gate}-mandate`, 'mandate');
  const { texts } = await overview(story);
  const head = await headOf(story, DRAFTER);
  await head.act(mandate, 'draft', { base: texts.manuscript, label: '授权修改稿', edits });
  return { mandate, approver: await holderOf(story, '院长') };
}

const draftedText = async ({ mandate, approver }: Drafted) =>
  (await approver.read(`/v1/mandates/${mandate.split('/')[1]}`, Mandate)).data.draft?.to;

/** 院长办公会授权修改: every change rests on a point of its minutes; approved, its decision stands for the new text. */
export async function insideMandate(scene: Scene, story: Story): Promise<void> {
  const play = planned(story, 'dean-meeting');
  const passages = await passagesOf(story);
  const { plain, numbered: found } = passages;
  const mandate = await mandateOf(story, passages, play.on);
  await hold(story, { ...play, decision: { outcome: 'in-principle', mandate } });
  await scene.tell('院长办公会原则同意，授权修改', 'the dean’s meeting agrees in principle, under a mandate');
  const drafted = await draft(story, 'dean-meeting', [
    edit(plain[0], `${plain[0]}（已完善）`, 1),
    edit(found.quote, found.quote.replace(found.number, more(found.number)), 2),
  ]);
  await drafted.approver.act(drafted.mandate, 'approve', { text: await draftedText(drafted) });
  const { stages, texts } = await overview(story);
  const dean = stages.find(({ id }) => id === 'dean-meeting');
  scene.shows(
    '授权范围内的修改经审定，原决议覆盖修改后的文稿，进入党委会审议',
    'changed within the mandate and approved, the decision covers the new text, and the committee is next',
    dean?.text?.hash === texts.manuscript?.hash && (await openStages(story)) === 'party-committee',
  );
}

/** 党委会授权修改: a number that no point names is not approved; the text goes before the bodies again. */
export async function outsideMandate(scene: Scene, story: Story): Promise<void> {
  const play = planned(story, 'party-committee');
  const passages = await passagesOf(story);
  const { plain, numbered: found } = passages;
  const mandate = await mandateOf(story, passages, play.on);
  const unnamed = { ...mandate, points: [{ words: '有关表述进一步精炼' }] };
  const convened = await sit(story, play);
  await convened.room.chair.session.act(convened.meeting, 'put', { mandate: unnamed });
  await decide(story, convened, play);
  await scene.tell(
    '党委会原则同意，授权修改一项',
    'the committee agrees in principle, with a mandate of one point',
  );
  const drafted = await draft(story, 'party-committee', [
    edit(plain[0], `${plain[0]}（再完善）`, 1),
    edit(found.quote, found.quote.replace(found.number, more(found.number)), 1),
    edit(plain[1], `${plain[1]}（一并完善）`, null),
  ]);
  const text = await draftedText(drafted);
  const problem = await refusedBy(
    scene,
    'mandate.scope',
    '审定超出授权的修改',
    'changes outside are approved',
    () => drafted.approver.act(drafted.mandate, 'approve', { text }),
  );
  const outside = problem?.facts?.['outside'];
  scene.shows(
    '列明超出授权的2处修改，以及两条出路：取消，或者再提请审议',
    'the two changes outside are named, and the two doors',
    Array.isArray(outside) && outside.length === 2 && problem?.needs !== undefined,
  );
  await (await office(story)).act(drafted.mandate, 'refer', { reason: '指标数值调整超出授权，再提请审议' });
  await scene.tell('超出授权的修改再提请审议', 'what lies outside goes before the bodies again');
  scene.shows(
    '回到院长办公会，再依次审议',
    'it is back before the dean’s meeting',
    (await openStages(story)) === 'dean-meeting',
  );
}
