/** Words of a first draft that its author thinks better of. */
const REWORDED: readonly (readonly [last: string, first: string])[] = [
  ['为重点', '为抓手'],
  ['统筹推进', '加快推进'],
  ['着力', '切实'],
  ['下一步', '今后'],
  ['按季度', '按月'],
  ['定期听取', '经常听取'],
  ['重点任务', '主要任务'],
  ['分年度', '逐年'],
  ['与群众需求还有差距', '同群众期待还有距离'],
  ['已经起步仍需巩固', '刚刚起步亟需巩固'],
  ['具备进一步提升的条件', '有条件进一步提升'],
  ['首次评估', '中期评估'],
];

const NOTE = '（有关数据待财务科核定后补充。）';

/**
 * A chapter as its writer first hands it in: some figures and some words are not yet those of the end, and a note says
 * so. Nothing is drawn: the same chapter has the same first draft.
 */
export function firstDraft(content: string): string {
  const worded = REWORDED.reduce((text, [last, first]) => text.replaceAll(last, first), content);
  let seen = 0;
  const counted = worded.replaceAll(/(?<!\d)\d{2}(?=[个张台名项部期场万])/g, (figure) =>
    (seen++ % 2 === 0 ? String(Number(figure) - 3) : figure).padStart(2, '1'),
  );
  return `${counted}\n${NOTE}\n`;
}
