import { RULE_WORDS, wordsOf } from '@mouding/contract';
import { parseStream, type StreamName } from '@mouding/core';
import { dayWords } from '@mouding/documents';
import { asked, type Reader } from '../queries/reader.ts';
import type { GroundedChange } from './changes.ts';
import type { Draft, Ground } from './drafts.ts';
import type { House } from './house.ts';

interface Told {
  readonly changes?: readonly Change[];
  readonly mandate?: StreamName;
}
interface Change extends Ground {
  readonly put?: string;
  readonly operations?: readonly { readonly text?: string }[];
}

/** What the changes of these drafts rest on, in words. */
export async function groundsOf(
  reader: Reader,
  house: House,
  drafts: readonly Draft[],
): Promise<readonly GroundedChange[]> {
  const all = await Promise.all(
    drafts.map(async ({ entry, later }) => {
      const { changes = [], mandate } = entry.data as Told;
      return Promise.all(
        changes.map(async (change, at): Promise<readonly GroundedChange[]> => {
          const ground = mandate ? '授权修改' : await wordsFor(reader, house, later.get(at + 1) ?? change);
          return putsOf(change).map((put) => ({ put, ground }));
        }),
      );
    }),
  );
  return all.flat(2);
}

const putsOf = ({ put, operations }: Change): readonly string[] =>
  put === undefined ? (operations ?? []).flatMap(({ text }) => (text === undefined ? [] : [text])) : [put];

const BASES: { readonly [basis: string]: string } = {
  instruction: '领导批示',
  'upper-plan': '上级规划衔接',
  data: '数据更正',
  editorial: '编辑性修改',
};

async function wordsFor(reader: Reader, house: House, { cites, ground }: Ground): Promise<string | null> {
  if (cites) return citedWords(reader, house, cites);
  if (!ground) return null;
  if (ground.meeting) return citedWords(reader, house, ground.meeting);
  if (ground.chapter) return instructionWords(reader, ground.chapter, ground.no);
  if (ground.basis === 'finding') return `文稿校核：${wordsOf(RULE_WORDS, ground.rule ?? '').zh}`;
  return BASES[ground.basis] ?? null;
}

/** An opinion by whose it is and its number, a meeting by its body and day. */
async function citedWords(reader: Reader, house: House, cited: StreamName): Promise<string> {
  const { kind, id } = parseStream(cited);
  if (kind === 'opinion') return opinionWords(reader, house, id);
  if (kind === 'meeting') return meetingWords(reader, house, id);
  return CITED[kind] ?? '有关意见';
}

async function opinionWords(reader: Reader, house: House, id: string): Promise<string> {
  const opinion = await asked(reader, (known) => known.state('opinion', id)?.context);
  return opinion ? `${house.department(opinion.department) ?? ''}意见（第${opinion.no}号）` : '有关意见';
}

async function instructionWords(reader: Reader, chapter: StreamName, no = 0): Promise<string> {
  const context = await asked(reader, (known) => known.state('chapter', parseStream(chapter).id)?.context);
  return `领导批示（${context ? `《${context.title}》` : ''}第${no}号）`;
}

async function meetingWords(reader: Reader, house: House, id: string): Promise<string> {
  const meeting = await asked(reader, (known) => known.state('meeting', id)?.context);
  return meeting ? `${house.body(meeting.bodyKey)}意见（${dayWords(meeting.at)}）` : '会议意见';
}

const CITED: { readonly [kind: string]: string } = {
  filing: '主管部门意见',
  review: '专家论证（审核）意见',
  condition: '附条件事项',
  consultation: '征求意见',
};
