import { inventFinding } from '../invented-texts.ts';
import { advance, itemOf, moveTo, office, person, type Story } from '../story.ts';

const STAGE = 'research';

/** 调研: leaders visit, the office holds a forum and collects suggestions; what they brought is entered afterwards. */
export async function research(story: Story): Promise<void> {
  const { calendar, random } = story;
  await moveTo(story, calendar.research, 16);
  const { stream } = await itemOf(story, STAGE, 'research');
  const findings = [
    { by: 'fuyuanzhang2', method: 'visit', words: '实地调研', place: '临床一线科室', attendance: 24 },
    { by: 'office', method: 'forum', words: '座谈会', place: '行政楼三楼会议室', attendance: 18 },
    { by: 'office', method: 'suggestion', words: '金点子征集', place: null, attendance: 36 },
  ] as const;
  for (const { by, method, words, place, attendance } of findings) {
    const session = await person(story, by);
    const text = await session.keep(inventFinding(words, random));
    await session.act(stream, 'record', { method, on: calendar.research, place, attendance, text });
  }
  await office(story);
  await advance(story, STAGE);
}
