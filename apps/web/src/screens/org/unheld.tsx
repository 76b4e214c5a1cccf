import { useQuery } from '@tanstack/react-query';
import type { UnheldList } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { dueDay } from '../../words/day.ts';
import { ORG } from '../../words/org.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { OrgAct } from './org-act.tsx';
import { unheldQuery } from './queries.ts';
import { sees } from './sees.ts';
import { Table } from '../../ui/table.tsx';

/** 无人办理的事项: what is owed and nobody can do, why, and what would help. */
export function UnheldThings() {
  const words = useSaid(ORG);
  const { me } = usePresent();
  return sees(me, 'unheld') ? (
    <Asked />
  ) : (
    <EmptyState title={words.unheldHidden} why={words.unheldHiddenWhy} />
  );
}

const Asked = () => <Fetched query={useQuery(unheldQuery)}>{(list) => <Listed list={list} />}</Fetched>;

function Listed({ list: { items, lapsed } }: { readonly list: UnheldList }) {
  const words = useSaid(ORG);
  const { language } = useSpeech();
  return (
    <>
      {items.length === 0 ? (
        <EmptyState title={words.allHeld} why={words.allHeldWhy} />
      ) : (
        <Table label={words.view.unheld} heads={[words.name, words.holder, words.due, words.repairs]}>
          {items.map((item, n) => (
            <UnheldRow key={`${n} ${item.name}`} item={item} />
          ))}
        </Table>
      )}
      {lapsed.length > 0 && <h2>{words.lapsed}</h2>}
      <ul>
        {lapsed.map(({ act, words: said, said: why }) => (
          <li key={act}>
            {said[language]}
            {colon(language)}
            {why[language]}
          </li>
        ))}
      </ul>
    </>
  );
}

function UnheldRow({ item }: { readonly item: UnheldList['items'][number] }) {
  const { language } = useSpeech();
  const [post] = item.posts;
  return (
    <tr>
      <th scope="row">
        {item.words[language]} {item.label}
      </th>
      <td>
        {item.holder}
        {colon(language)}
        {item.whyWords[language]}
      </td>
      <td>{item.due === null ? '' : dueDay(item.due, language)}</td>
      <td className="org-acts">
        {item.repairs
          .filter(({ verb }) => verb.startsWith('org.'))
          .map(({ verb }) => (
            <OrgAct key={verb} verb={verb} begin={post ? { post: post.id } : {}} />
          ))}
      </td>
    </tr>
  );
}
