import { ROLE_WORDS } from '@mouding/contract';
import { Fragment } from 'react';
import type { Organisation } from '../../api/generated/types.gen.ts';
import { isAllowed } from '../../api/may.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dayWords } from '../../words/day.ts';
import { ORG } from '../../words/org.ts';
import { useSaid, useSpeech, type Language } from '../../words/language.tsx';
import { comma } from '../../words/marks.ts';
import { nameIn } from '../../words/person.ts';
import type { OrgViewProps } from './org.tsx';
import { OrgAct, OrgActs } from './org-act.tsx';
import { Table } from '../../ui/table.tsx';

const POSTS = [
  'org.create-post',
  'org.fill-post',
  'org.vacate-post',
  'org.renew-term',
  'org.appoint-acting',
  'org.end-acting',
];

/** 岗位: who holds each, until when, and who acts in a vacant one. */
export function Posts({ org }: OrgViewProps) {
  const words = useSaid(ORG);
  const { language } = useSpeech();
  const names = new Map(org.departments.map(({ id, name }) => [id, name]));
  const acts = ['org.fill-post', 'org.vacate-post'].filter((verb) => isAllowed(org, verb));
  return (
    <>
      <OrgActs verbs={POSTS} may={org.may} />
      <Delegating org={org} />
      <Table
        label={words.view.posts}
        heads={[words.post, words.capacity, words.department, words.holder, words.term, words.do].slice(
          0,
          acts.length > 0 ? 6 : 5,
        )}
      >
        {org.posts.map((post) => (
          <tr key={post.id}>
            <th scope="row">{post.title}</th>
            <td>{post.words}</td>
            <td>{post.department === null ? '' : names.get(post.department)}</td>
            <td>
              {holderSaid(post, words, language)}{' '}
              {post.disabled && <span className="org-disabled">{words.disabled}</span>}
            </td>
            <td>{post.term === null ? '' : dayWords(post.term, language)}</td>
            {acts.length > 0 && (
              <td>
                <OrgAct verb={post.filled ? 'org.vacate-post' : 'org.fill-post'} begin={{ post: post.id }} />
              </td>
            )}
          </tr>
        ))}
      </Table>
    </>
  );
}

function holderSaid(
  { filled, holder, acting }: Organisation['posts'][number],
  words: (typeof ORG)['zh'],
  language: Language,
): string {
  if (acting) return words.acting(acting.holder?.name ?? acting.by);
  if (!filled) return words.vacant;
  return holder ? nameIn(holder.name, language) : words.hidden;
}

/** 外出授权: begins with nothing kept back and nothing that decides. */
function Delegating({ org }: OrgViewProps) {
  if (!isAllowed(org, 'org.delegate')) return null;
  return (
    <div className="org-acts">
      <OrgAct verb="org.delegate" begin={{ scope: { harmless: true }, stays: [] }} />
    </div>
  );
}

type Seat = Organisation['bodies'][number]['seats'][number];

/** Who sits there, under what each is there. */
function Seats({ seats }: { readonly seats: readonly Seat[] }) {
  const { language } = useSpeech();
  const roles = [...new Set(seats.map(({ role }) => role))];
  return (
    <dl className="facts org-seats">
      {roles.map((role) => (
        <Fragment key={role}>
          <dt>{ROLE_WORDS[role]?.[language] ?? role}</dt>
          <dd>
            {seats
              .filter((seat) => seat.role === role)
              .map(({ title }) => title)
              .join(comma(language))}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** 议事决策机构 with their seats. */
export function Bodies({ org }: OrgViewProps) {
  const words = useSaid(ORG);
  return (
    <>
      <OrgActs verbs={['org.form-body']} may={org.may} />
      {org.bodies.length === 0 && <EmptyState title={words.noBodies} why={words.noBodiesWhy} />}
      {org.bodies.map(({ id, key, name, seats }) => (
        <section key={id} className="sheet org-body">
          <h2>{name}</h2>
          <Seats seats={seats} />
          {isAllowed(org, 'org.form-body') && (
            <div className="org-acts org-body-acts">
              <OrgAct
                verb="org.form-body"
                name={words.reform}
                begin={{ key, name, seats: seats.map(({ post, role }) => ({ post, role })) }}
              />
            </div>
          )}
        </section>
      ))}
    </>
  );
}
