import { randomFrom } from '../random.ts';

type Signs = readonly [string, ...string[]];
const signs = (text: string): Signs => [...text] as [string, ...string[]];

// Surnames that are seldom met, so that nobody recognises a colleague in an invented person.
const SURNAMES = signs('桑柏岑闻苗路童乔蓝温禹卞费柯祁洛鄢裴虞简晏邬桂储穆巫逄');
const FIRST = signs('若知景念书清远承砚以怀予沐听南星舟言青时');
const SECOND = signs('川禾澄岚屿棠棣衡黎晗笙琢弦峤溪朔桐野珩蔚');

/** As many invented names as asked for, no two the same; the same seed gives the same names in the same order. */
export function inventNames(count: number, seed: number): string[] {
  const random = randomFrom(seed);
  const names = new Set<string>();
  while (names.size < count) names.add(random.pick(SURNAMES) + random.pick(FIRST) + random.pick(SECOND));
  return [...names];
}
