import type { LogFact } from '../case-log.ts';
import { wordIn } from '../timeline.ts';
import { counted, type Asked, type Found, type Question } from './question.ts';

/** W16: a vote of somebody whom the record has as absent. */
export const votedAbsent: Question = {
  id: 'voted-absent',
  title: { zh: '表决时登记为未到会', en: 'Voted while recorded absent' },
  said: {
    zh: '哪些表决的投票人，在表决时登记为未到会或已离会？',
    en: 'Whose vote was cast while the register had them as not present?',
  },
  basis: '中国共产党党和国家机关基层组织工作条例（表决以到会人员为限）',
  caution: {
    zh: '到会登记可能漏登、后补；请核对签到表和会议记录。',
    en: 'The register may have been filled in late; check the attendance sheet and the minutes.',
  },
  ask(asked) {
    const { facts } = asked;
    const rows = [...Map.groupBy(facts, ({ stream }) => stream)]
      .filter(([stream]) => stream.startsWith('meeting/'))
      .flatMap(([, own]) => [...cast(asked, own), ...recorded(asked, own)]);
    return counted(rows, '表决时登记为未到会的投票', 'votes of members recorded absent');
  },
};

/** Votes on the way, beside who had signed in and not left. */
function cast({ shows, org }: Asked, facts: readonly LogFact[]): readonly Found[] {
  const there = new Map<string, boolean>();
  const moved = new Map<string, LogFact>();
  return facts.flatMap((fact): readonly Found[] => {
    const post = wordIn(fact.data, 'post');
    if (fact.type === 'MemberPresent' || fact.type === 'MemberLeft') {
      there.set(post, fact.type === 'MemberPresent');
      moved.set(post, fact);
    }
    if (fact.type !== 'VoteCast' || there.get(post) === true || there.size === 0 || !shows(fact)) return [];
    const last = moved.get(post);
    return [absent(org, fact, post, last ? [last, fact] : [fact])];
  });
}

/** Votes of a meeting that was recorded, beside whom the record itself has as present. */
function recorded({ shows, org }: Asked, facts: readonly LogFact[]): readonly Found[] {
  return facts.flatMap((fact): readonly Found[] => {
    const { votes, present } = fact.data;
    if (fact.type !== 'MeetingRecorded' || !Array.isArray(votes) || !Array.isArray(present) || !shows(fact))
      return [];
    if (present.length === 0) return [];
    const voters = (votes as readonly { readonly post: string }[]).map(({ post }) => post);
    return voters.filter((post) => !present.includes(post)).map((post) => absent(org, fact, post, [fact]));
  });
}

function absent(
  { context }: Asked['org'],
  about: LogFact,
  post: string,
  evidence: readonly LogFact[],
): Found {
  const title = context.posts.find(({ id }) => id === post)?.title ?? '';
  return {
    about,
    said: {
      zh: `${title}有投票记录，当时登记为未到会`,
      en: `${title} voted and was registered as not present`,
    },
    facts: { post },
    evidence,
  };
}
