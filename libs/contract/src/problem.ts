import { z } from 'zod';
import { StepUpChallenge } from './account.ts';
import { DecidingFacts, Said } from './said.ts';

interface ProblemKind {
  readonly status: number;
  readonly title: { readonly zh: string; readonly en: string };
}

const kind = (status: number, zh: string, en: string): ProblemKind => ({ status, title: { zh, en } });

/** Every code that a problem may carry, with its status and its title. A code is permanent. */
export const PROBLEMS = {
  'bad-json': kind(400, '请求内容不是有效的 JSON', 'The body is not valid JSON'),
  'invalid-body': kind(400, '提交的内容不符合要求', 'The body is not what this command takes'),
  'invalid-query': kind(400, '查询条件不符合要求', 'The query is not what this address takes'),
  'key-missing': kind(400, '缺少 Idempotency-Key', 'The Idempotency-Key header is missing'),
  'key-invalid': kind(400, 'Idempotency-Key 不符合要求', 'The Idempotency-Key header is not acceptable'),
  'not-signed-in': kind(401, '请先登录', 'Please sign in'),
  'sign-in-failed': kind(401, '单位、账号或密码不正确', 'Institution, login or password is wrong'),
  'cross-origin': kind(403, '请求来自其他网站，已拒绝', 'The request comes from another site'),
  'password-change-required': kind(403, '请先修改口令', 'Change your password first'),
  'password-wrong': kind(403, '现在的口令不正确', 'The present password is wrong'),
  'step-up-required': kind(403, '办理此事项须先输入动态口令', 'This act asks for your second factor first'),
  'step-up-over': kind(404, '此次验证已结束，请重新办理', 'This confirmation is over; begin again'),
  'letter-required': kind(403, '没有现行有效的调阅函', 'No letter of access is current'),
  'code-wrong': kind(403, '动态口令不正确', 'The code is wrong'),
  refused: kind(409, '暂不能办理', 'Not carried out'),
  'not-found': kind(404, '未找到', 'Not found'),
  'in-flight': kind(409, '同一请求正在办理', 'The same request is being carried out'),
  'login-taken': kind(409, '该登录名已被使用', 'This login is in use'),
  'second-factor-set': kind(409, '已启用动态口令', 'A second factor is set up already'),
  conflict: kind(409, '他人同时办理，请重试', 'Others were acting at the same time; try again'),
  'version-mismatch': kind(412, '内容已更新，请重新查看', 'It has changed since you looked'),
  'too-large': kind(413, '提交的内容过大', 'The body is too large'),
  'address-too-long': kind(414, '请求地址过长', 'The address is too long'),
  'json-only': kind(415, '只接受 application/json', 'Only application/json is accepted'),
  'key-reused': kind(422, 'Idempotency-Key 已用于另一请求', 'The Idempotency-Key belongs to another request'),
  'version-missing': kind(428, '缺少 If-Match', 'The If-Match header is missing'),
  'too-many': kind(429, '次数或总量已达上限，请稍后再试', 'A limit is reached; try later'),
  internal: kind(500, '系统内部错误，本次未作任何记录', 'An error of the system; nothing was recorded'),
  busy: kind(503, '办理的人较多，请稍后重试', 'Many are at work; try again in a moment'),
  unavailable: kind(503, '暂时无法服务，请稍后重试', 'Not available for the moment; try again'),
} as const satisfies { readonly [code: string]: ProblemKind };

export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457. A refusal carries the rule, its basis, the facts that decided and what is still needed. */
export const Problem = z
  .object({
    type: z.string().meta({ description: '/problems/{code}, a page for people' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    traceId: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
    because: z.enum(['policy', 'state', 'rule']).optional(),
    rule: z.string().optional(),
    said: Said.optional(),
    basis: z.string().optional(),
    facts: DecidingFacts.optional(),
    needs: Said.optional(),
    currentVersion: z.int().optional(),
    challenge: StepUpChallenge.optional(),
  })
  .meta({ id: 'Problem', description: 'application/problem+json (RFC 9457)' });
export type Problem = z.infer<typeof Problem>;
