import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { AuditLetter } from '../../../api/generated/types.gen.ts';
import { isAllowed } from '../../../api/may.ts';
import { usePresent } from '../../../frame/signed-in.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Fetched } from '../../../ui/fetched.tsx';
import { AUDIT } from '../../../words/audit.ts';
import { useSaid, useWords } from '../../../words/language.tsx';
import { LETTERS } from '../../../words/letters.ts';
import { LetterCard } from '../../audit/letter-card.tsx';
import { ReadingLine } from '../../audit/reading-line.tsx';
import type { OrgViewProps } from '../org.tsx';
import { OrgAct, OrgActs } from '../org-act.tsx';
import { Table } from '../../../ui/table.tsx';
import { Propose } from './propose.tsx';
import { auditorsReadQuery, lettersQuery } from './queries.ts';
import { sees } from '../sees.ts';
import './letters.css';

const [PROPOSE, APPROVE, END] = [
  'org.propose-audit-access',
  'org.approve-audit-access',
  'org.end-audit-access',
];

/** 调阅函: what auditors may read, who answers for it, and what they read. */
export function Letters({ org }: OrgViewProps) {
  const words = useSaid(LETTERS);
  const { me } = usePresent();
  const mayPropose = isAllowed(org, PROPOSE);
  return (
    <>
      <p>{words.lead}</p>
      {mayPropose && (
        <div className="org-acts">
          <Propose org={org} />
        </div>
      )}
      <OrgActs verbs={[PROPOSE, APPROVE, END]} may={org.may.filter(({ allowed }) => !allowed)} />
      {sees(me, 'letters') ? (
        <Register org={org} />
      ) : (
        <EmptyState title={words.hidden} why={words.hiddenWhy} />
      )}
    </>
  );
}

/** 调阅函登记, and what was read under it. */
function Register({ org }: OrgViewProps) {
  const words = useSaid(LETTERS);
  return (
    <Fetched query={useQuery(lettersQuery(org.stream))} rows={8}>
      {({ items }) => (
        <>
          {items.length === 0 && <EmptyState title={words.none} why={words.noneWhy} />}
          <ul className="audit-letters">
            {items.map((letter) => (
              <LetterCard key={letter.letter} letter={letter} isForOthers>
                <LetterActs org={org} letter={letter} />
              </LetterCard>
            ))}
          </ul>
          <ReadByAuditors />
        </>
      )}
    </Fetched>
  );
}

interface LetterActsProps extends OrgViewProps {
  readonly letter: AuditLetter;
}

/** Whoever entered a letter does not approve it. */
function LetterActs({ org, letter: { letter, status, isOwn } }: LetterActsProps) {
  const words = useSaid(LETTERS);
  const isWaiting = status === 'waiting';
  const mayJudge = isAllowed(org, APPROVE);
  const isOpen = isWaiting || status === 'ahead' || status === 'current';
  const acts = [
    { verb: APPROVE, begin: { letter, agree: true }, name: words.approve, isOffered: isWaiting && !isOwn },
    { verb: APPROVE, begin: { letter, agree: false }, name: words.decline, isOffered: isWaiting },
    { verb: END, begin: { letter }, name: words.end, isOffered: isOpen },
  ];
  return (
    <>
      {isWaiting && isOwn && mayJudge && <p className="soft">{words.own}</p>}
      <div className="org-acts letter-acts">
        {acts
          .filter(({ verb }) => isAllowed(org, verb))
          .map((act) => (
            <OrgAct key={act.name} {...act} isBare />
          ))}
      </div>
    </>
  );
}

/** Who read what under which letter. */
function ReadByAuditors() {
  const words = useSaid(LETTERS);
  const { readingHeads } = useSaid(AUDIT);
  const { todo } = useWords();
  const query = useInfiniteQuery(auditorsReadQuery);
  return (
    <>
      <h2>{words.readings}</h2>
      <p className="soft">{words.readingsLead}</p>
      <Fetched query={query} rows={4}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <EmptyState title={words.noReadings} why={words.noReadingsWhy} />
          ) : (
            <Table label={words.readings} heads={readingHeads}>
              {items.map((reading) => (
                <ReadingLine key={reading.pos} reading={reading} />
              ))}
            </Table>
          );
        }}
      </Fetched>
      {query.hasNextPage && (
        <Button size="large" onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {todo.more}
        </Button>
      )}
    </>
  );
}
