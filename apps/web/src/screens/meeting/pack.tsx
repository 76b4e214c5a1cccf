import { ROLE_WORDS, wordsOf } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import type { Meeting, Organisation } from '../../api/generated/types.gen.ts';
import { meetingQuery, orgQuery } from '../../api/queries.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { CONGRESS } from '../../words/congress.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { titlesOf } from '../console/agenda-titles.ts';
import { SheetHead } from './sheet-head.tsx';
import { BallotSheet, MinutesSheet } from './blank-sheets.tsx';
import './pack.css';

/** 应急纸质表: what a meeting needs on paper when nothing else works, in one print. */
export function Pack() {
  const { id = '' } = useParams();
  const meeting = useQuery(meetingQuery(id));
  const org = useQuery(orgQuery);
  return (
    <Fetched query={meeting} rows={8}>
      {({ data }) => <Fetched query={org}>{(known) => <Shown thing={data} org={known} />}</Fetched>}
    </Fetched>
  );
}

interface SheetsProps {
  readonly thing: Meeting;
  readonly org: Organisation;
}

function Shown({ thing, org }: SheetsProps) {
  const words = useSaid(CONGRESS);
  return (
    <Page title={words.packTitle} aside={<span className="soft">{thing.data.rule.title}</span>}>
      <div className="pack-help">
        <p>{words.packHow}</p>
        <Button type="primary" size="large" onClick={() => print()}>
          {words.print}
        </Button>
      </div>
      <div className="pack">
        <AttendanceSheet thing={thing} org={org} />
        <AgendaSheet thing={thing} />
        <BallotSheet thing={thing} />
        <MinutesSheet thing={thing} />
      </div>
      <div className="pack-help">
        <Papers plural="meetings" id={thing.id} />
      </div>
    </Page>
  );
}

function AttendanceSheet({ thing, org }: SheetsProps) {
  const words = useSaid(CONGRESS);
  const { language } = useSpeech();
  const titleOf = (post: string): string => org.posts.find(({ id }) => id === post)?.title ?? '';
  return (
    <section className="pack-sheet">
      <SheetHead thing={thing} title={words.sheets.attendance} />
      <table>
        <thead>
          <tr>
            <th>{words.cols.no}</th>
            <th>{words.cols.post}</th>
            <th>{words.cols.role}</th>
            <th className="wide">{words.cols.sign}</th>
            <th>{words.cols.came}</th>
            <th>{words.cols.went}</th>
          </tr>
        </thead>
        <tbody>
          {thing.data.roll.map(({ post, role }, at) => (
            <tr key={post}>
              <td>{at + 1}</td>
              <td>{titleOf(post)}</td>
              <td>{wordsOf(ROLE_WORDS, role)[language]}</td>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function AgendaSheet({ thing }: Pick<SheetsProps, 'thing'>) {
  const words = useSaid(CONGRESS);
  return (
    <section className="pack-sheet">
      <SheetHead thing={thing} title={words.sheets.agenda} />
      <table>
        <thead>
          <tr>
            <th>{words.cols.no}</th>
            <th className="wide">{words.cols.item}</th>
            <th>{words.cols.reporter}</th>
            <th>{words.cols.result}</th>
          </tr>
        </thead>
        <tbody>
          {titlesOf(thing).map((title, at) => (
            <tr key={at}>
              <td>{at + 1}</td>
              <td>{title ?? words.other}</td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
