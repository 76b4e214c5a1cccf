import { CaseOverview, CommandAnswer, KeptFile, KeptText, Me } from '@mouding/contract';
import type { FileRef, TextRef } from '@mouding/core';
import type { Company, Player } from './company.ts';
import { addressOf, commandPath, isMaking, newKey, send, type Heard, type Wish } from './http.ts';
import type { Who } from './institutions.ts';

/** One command on its way: everything that a test may want to send again, otherwise, or elsewhere. */
export interface Act {
  readonly who: Who;
  readonly verb: string;
  /** The stream; for a verb that makes one, anything. */
  readonly on: string;
  readonly body: object;
}

/** How the commands of a play are given. */
export interface Stage {
  readonly company: Company;
  give(who: Who, verb: string, on: string, body?: object): Promise<CommandAnswer>;
  /** The words that stand at a place of the play; a test may look for them again. */
  words(place: string): string;
}

/** Gives one command and hands back what came, whatever it was. */
export type Giver = (act: Act) => Promise<Heard>;

/** A stage on which every command must be carried out. @throws Error with the answer when one is not */
export function stageOf(
  company: Company,
  giver: Giver,
  words: Stage['words'] = (place) => `（${place}）`,
): Stage {
  return {
    company,
    words,
    async give(who, verb, on, body = {}) {
      const { status, text } = await giver({ who, verb, on, body });
      if (status >= 300) throw new Error(`${verb} by ${who}: ${status} ${text}`);
      return CommandAnswer.parse(JSON.parse(text));
    },
  };
}

/**
 * Gives a command once, in the version that the asker sees now; where the worker comes in between, which nobody who plays
 * can know, in the version of then.
 */
export const once =
  (company: Company): Giver =>
  async (act) => {
    const heard = await send(company.api, await wishOf(company, act));
    return heard.status === 412 && !isMaking(act.verb) ? once(company)(act) : heard;
  };

/** The request that a command is: a key of its own, and the version that the asker sees now. */
export async function wishOf(company: Company, { who, verb, on, body }: Act): Promise<Wish> {
  const { cookie } = company.players[who];
  const match: { 'if-match'?: string } = isMaking(verb) ? {} : await versionOf(company, who, on);
  return { method: 'POST', path: commandPath(verb, on), cookie, headers: { ...newKey(), ...match }, body };
}

async function versionOf({ api, players }: Company, who: Who, on: string): Promise<{ 'if-match'?: string }> {
  const { headers, status } = await send(api, {
    method: 'GET',
    path: addressOf(on),
    cookie: players[who].cookie,
  });
  if (status >= 500) throw new Error(`GET ${addressOf(on)}: ${status}`);
  const etag = headers.get('etag');
  return etag === null ? {} : { 'if-match': etag };
}

/** Reads as somebody. @throws Error with the answer when it is not there for them */
export async function read({ company }: Pick<Stage, 'company'>, who: Who, path: string): Promise<unknown> {
  const { status, text } = await ask(company, company.players[who], path);
  if (status !== 200) throw new Error(`GET ${path} by ${who}: ${status} ${text}`);
  return JSON.parse(text) as unknown;
}

export const ask = (company: Company, player: Player | undefined, path: string): Promise<Heard> =>
  send(company.api, { method: 'GET', path, cookie: player?.cookie });

/** Hands in a text as somebody. */
export async function keep({ company }: Pick<Stage, 'company'>, who: Who, content: string): Promise<TextRef> {
  const { cookie } = company.players[who];
  const wish = { method: 'POST', path: '/v1/texts', cookie, headers: newKey(), body: { content } };
  const { status, text } = await send(company.api, wish);
  if (status >= 300) throw new Error(`text by ${who}: ${status} ${text}`);
  return KeptText.parse(JSON.parse(text)).ref;
}

/** Brings an original as somebody. */
export async function bring(
  { company }: Pick<Stage, 'company'>,
  who: Who,
  content: string,
  name = '规划.wps',
): Promise<FileRef> {
  return keepFile({ company }, who, new TextEncoder().encode(content), name);
}

/** Brings the bytes of an original as somebody. */
export async function keepFile(
  { company }: Pick<Stage, 'company'>,
  who: Who,
  bytes: Uint8Array,
  name = '规划.docx',
): Promise<FileRef> {
  const headers = { 'file-name': encodeURIComponent(name) };
  const { cookie } = company.players[who];
  const wish = { method: 'POST', path: '/v1/files', cookie, headers, bytes: new Uint8Array(bytes) };
  const { status, text } = await send(company.api, wish);
  if (status >= 300) throw new Error(`original by ${who}: ${status} ${text}`);
  return KeptFile.parse(JSON.parse(text)).ref;
}

/** The first post that somebody holds. @throws Error when they hold none */
export async function postOf(stage: Pick<Stage, 'company'>, who: Who): Promise<string> {
  const [held] = Me.parse(await read(stage, who, '/v1/me')).capacities;
  if (!held) throw new Error(`${who} holds no post`);
  return held.post;
}

/** The case as the office sees it now. */
export const overview = async (stage: Pick<Stage, 'company'>, caseId: string): Promise<CaseOverview> =>
  CaseOverview.parse(await read(stage, 'office', `/v1/cases/${caseId}`));

/** The streams of one kind in a stage of the case, in their order. */
export async function streamsIn(
  stage: Pick<Stage, 'company'>,
  caseId: string,
  of: { readonly stage: string; readonly kind: string },
): Promise<readonly string[]> {
  const { stages } = await overview(stage, caseId);
  const found = stages.find(({ id }) => id === of.stage)?.items ?? [];
  return found.filter(({ kind }) => kind === of.kind).map(({ stream }) => stream);
}

/** The only stream of one kind in a stage. @throws Error when there is none */
export async function streamIn(
  stage: Pick<Stage, 'company'>,
  caseId: string,
  of: { readonly stage: string; readonly kind: string },
): Promise<string> {
  const [stream] = await streamsIn(stage, caseId, of);
  if (!stream) throw new Error(`no ${of.kind} in ${of.stage}`);
  return stream;
}
