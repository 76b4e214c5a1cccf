import type { CapacityKind } from '../capacity.ts';
import type { Notice } from '../refusal.ts';
import type { Post } from './org.ts';

/** 三员: 系统管理员, 安全管理员, 安全审计员. */
const OFFICES: readonly (readonly [CapacityKind, string])[] = [
  ['administrator', '系统管理员'],
  ['security-administrator', '安全管理员'],
  ['security-auditor', '安全审计员'],
];

/**
 * 三员 held by fewer than three persons: nobody is refused for it, small houses have no more; it shows where the
 * organisation is read.
 *
 * @source GB/T 22239-2019 8.1.4.2；三员分立
 */
export function officersMissing(posts: readonly Post[]): readonly Notice[] {
  const held = OFFICES.map(([as, title]) => ({
    title,
    persons: posts.flatMap((post) => (post.as === as && post.holder ? [post.holder.person] : [])),
  }));
  const persons = new Set(held.flatMap((office) => office.persons)).size;
  const vacant = held.filter((office) => office.persons.length === 0).map(({ title }) => title);
  if (vacant.length === 0 && persons >= OFFICES.length) return [];
  return [
    {
      rule: 'org.three-officers',
      said: {
        zh: `三员应当由三人分别担任，现由${persons}人担任${vacant.length > 0 ? `，空缺：${vacant.join('、')}` : ''}`,
        en: `The three officers should be three people; they are ${persons}`,
      },
      facts: { persons, vacant },
    },
  ];
}
