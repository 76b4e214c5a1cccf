import { randomBytes } from 'node:crypto';
import { OperationBody, TextRef } from '@mouding/core';
import type { Tree } from '@mouding/text';
import { z } from 'zod';
import { foundPair, type Pair } from '../demo/found-pair.ts';
import { demoAuthority, demoHospital, demoPassword } from '../demo/hospital.ts';
import type { InstitutionPlan } from '../demo/institution-plan.ts';
import type { SystemUrls } from '../launch.ts';
import type { Words } from '../words.ts';
import { checkIssued, type RecordedChange } from './checker.ts';
import { openToAuditor } from './letter.ts';
import { FIVE_YEAR_PLAN, openCase, publish } from './open-case.ts';
import { CALENDAR } from './plan-calendar.ts';
import { readRecord, type Recorded } from './record.ts';
import { refusals } from './refusals.ts';
import type { Script } from './rehearse.ts';
import type { Outcome } from './report.ts';
import { stageLines } from './stage-lines.ts';
import { headOf, office, overview, type Story } from './story.ts';
import { printPapers } from './printed.ts';
import { tamper } from './tamper.ts';
import { treeOf } from './tree-of.ts';
import { verifyPair } from './verify-pair.ts';
import { playCase } from './whole-case.ts';
import { openWordDesk, type WordDesk } from './word-desk.ts';

/** A system with its audit service, where the record is read. */
export type AuditedUrls = SystemUrls;

/** Plays a script in a pair of institutions of its own and looks at what the record then holds. */
export async function rehearseCase(
  urls: AuditedUrls,
  script: Script,
  say: (words: Words) => void,
): Promise<Outcome> {
  const began = performance.now();
  say({ zh: '建立演练单位，全体人员登录……', en: 'founding two institutions, everybody signs in …' });
  const [pair, desk] = await Promise.all([rehearsalPair(urls), openWordDesk(script.chapters)]);
  const story = await begin(pair, { ...script, chapters: desk.chapters }, { desk, say });
  await playCase(story);
  say({
    zh: '核对印发稿，生成文件，核验记录……',
    en: 'checking the issued text, printing, verifying the record …',
  });
  const outcome = await examine(urls, pair, { ...story, desk }, script);
  return { ...outcome, seconds: (performance.now() - began) / 1000 };
}

/** Founds a hospital and an authority that no other rehearsal has. */
export function rehearsalPair(urls: AuditedUrls): Promise<Pair> {
  const suffix = randomBytes(4).toString('hex');
  const own = (plan: InstitutionPlan): InstitutionPlan => ({ ...plan, code: `${plan.code}-${suffix}` });
  return foundPair(urls, own(demoHospital), own(demoAuthority), demoPassword);
}

/** Publishes the procedure and opens the case. */
async function begin(
  pair: Pair,
  script: Script,
  shared: Pick<Story, 'say'> & { readonly desk: WordDesk },
): Promise<Story> {
  const { hospital, authority } = pair;
  const { definition, chapters, random } = script;
  await hospital.cast.gather(hospital.plan.people.map(({ login }) => login));
  const office = await hospital.cast.as('office');
  await publish(office, definition);
  const caseId = await openCase(office, {
    title: FIVE_YEAR_PLAN,
    hospital,
    authority: pair.authorityId,
    definition,
    chapters,
    calendar: CALENDAR,
  });
  return {
    hospital,
    authority,
    definition,
    chapters,
    calendar: CALENDAR,
    random,
    refusals: refusals(),
    caseId,
    ...shared,
  };
}

async function examine(
  urls: AuditedUrls,
  pair: Pair,
  story: Story & { readonly desk: WordDesk },
  script: Script,
): Promise<Omit<Outcome, 'seconds'>> {
  const { desk } = story;
  const { definition, source, chapters } = script;
  const { entries, faults } = await verifyPair(urls, pair);
  await openToAuditor(pair.hospital);
  const record = await readRecord(await pair.hospital.cast.auditor(urls.auditUrl, 'shenji'));
  const issued = await issuedBytes(story, record);
  const changes = changesIn(record);
  const tree = await compiledTree(story, record);
  const tampered = tamper(issued, script.random);
  return {
    title: (await overview(story)).title,
    caseId: story.caseId,
    procedure: { id: definition.id, title: definition.title },
    chapters: chapters.length,
    stages: stageLines(record, story.caseId, definition),
    source: { words: source.words, bytes: source.bytes.length },
    changes: changes.length,
    check: checkIssued(desk.bytes, changes, issued, tree),
    tampering: { tampered, check: checkIssued(desk.bytes, changes, tampered.bytes, tree) },
    word: { ...desk.tally, isFaithful: desk.isFaithful },
    papers: await printPapers(await office(story), record),
    refused: story.refusals.acts,
    facts: entries,
    refusals: record.filter(({ type }) => type === 'ActRefused').length,
    faults,
  };
}

const Change = z.union([
  z.object({ at: z.int(), cut: z.int(), put: z.string() }),
  z.object({ operations: z.array(OperationBody) }),
]);
const Revised = z.object({ changes: z.array(Change) });

const CHANGING: ReadonlySet<string> = new Set([
  'ManuscriptRevised',
  'ManuscriptAmended',
  'ManuscriptMandated',
]);

/** The changes of the plan's text that the record has, in their order. */
const changesIn = (record: readonly Recorded[]): readonly RecordedChange[] =>
  record.filter(({ type }) => CHANGING.has(type)).flatMap(({ data }) => Revised.parse(data).changes);

const Compiled = z.object({ text: TextRef });

/** The tree that the plan was compiled into last, as the server has it; null for a blob. */
async function compiledTree(story: Story, record: readonly Recorded[]): Promise<Tree | null> {
  const compiled = record.findLast(({ type }) => type === 'ManuscriptCompiled');
  if (!compiled) return null;
  return treeOf(await office(story), compiled.stream, Compiled.parse(compiled.data).text);
}

const Issued = z.object({ text: TextRef });

/** What a department got that signed for the plan. */
async function issuedBytes(story: Story, record: readonly Recorded[]): Promise<Buffer> {
  const issued = record.findLast(({ type }) => type === 'Issued');
  if (!issued) throw new Error('nothing was issued');
  const head = await headOf(story, story.hospital.plan.departments.at(-1)?.name ?? '');
  return head.bytesOf(issued.stream, Issued.parse(issued.data).text);
}
