import { DepositCode, DepositReceipt } from '@mouding/contract';
import { send, type Heard } from './http.ts';
import { untilRead } from './imported.ts';
import type { Who } from './institutions.ts';
import { contributions, type Plan } from './plan.ts';
import type { Stage } from './stage.ts';
import { wordFile } from './word-files.ts';

/** Draws the secret of a code. @throws Error with the answer when it is not drawn */
export async function drawCode({ company }: Stage, who: Who, deposit: string): Promise<DepositCode> {
  const path = `/v1/deposits/${deposit.split('/')[1]}/code`;
  const { cookie } = company.players[who];
  const { status, text } = await send(company.api, { method: 'POST', path, cookie, body: {} });
  if (status !== 201) throw new Error(`code of ${deposit}: ${status} ${text}`);
  return DepositCode.parse(JSON.parse(text));
}

/** What a code shows to whoever has it; nobody is signed in. */
export const openCode = ({ company }: Stage, code: string): Promise<Heard> =>
  send(company.api, {
    method: 'GET',
    path: '/v1/deposit-codes/current',
    headers: { 'deposit-code': code },
  });

/** Leaves bytes with a code, whatever comes of it. */
export const leaveWith = ({ company }: Stage, code: string, bytes: Uint8Array): Promise<Heard> =>
  send(company.api, {
    method: 'POST',
    path: '/v1/deposit-codes/current/files',
    headers: { 'deposit-code': code, 'file-name': encodeURIComponent('科室规划.docx') },
    bytes: new Uint8Array(bytes),
  });

async function left(stage: Stage, code: string, words: string): Promise<DepositReceipt> {
  const { status, text } = await leaveWith(stage, code, await wordFile(`一、总体目标\n${words}\n`));
  if (status !== 201) throw new Error(`deposit: ${status} ${text}`);
  return DepositReceipt.parse(JSON.parse(text));
}

/**
 * 报送码: 科教科 gets a code; what is left with it is rejected, left anew, handed in and taken back again. A second code is
 * revoked before it is used. Answers the deposit that was handed in.
 */
export async function leaveByCode(plan: Plan): Promise<string> {
  const { stage } = plan;
  const own = (await contributions(plan)).get('owner') ?? '';
  const body = { of: 'contribution', id: own.split('/')[1], days: 3 };
  const issued = await stage.give('owner', 'deposit.issue', '', body);
  const made = issued.made ?? '';
  const { code } = await drawCode(stage, 'owner', made);
  await left(stage, code, `初稿${stage.words('deposit/file')}`);
  await stage.give('owner', 'deposit.reject', made, { reason: `不是终稿${stage.words('deposit/reason')}` });
  await left(stage, code, `终稿${stage.words('deposit/file')}`);
  await stage.give('owner', 'deposit.hand-in', made);
  await untilRead(stage, 'owner', own);
  await stage.give('owner', 'contribution.withdraw', own);
  const unused = await stage.give('office', 'deposit.issue', '', { ...body, days: 1 });
  await stage.give('office', 'deposit.revoke', unused.made ?? '');
  return made;
}
