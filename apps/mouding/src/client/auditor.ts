import { exchange } from './exchange.ts';
import type { Session } from './session.ts';

/**
 * Signs an auditor in at the auditor's service, which has a login of its own.
 *
 * @throws ApiProblem
 */
export async function signInAuditor(
  service: string,
  who: { readonly institution: string; readonly login: string; readonly password: string },
): Promise<Pick<Session, 'read'>> {
  const answer = await exchange({ method: 'POST', url: `${service}/v1/session`, headers: {}, body: who });
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';', 1)[0])
    .join('; ');
  return {
    async read(path, shape) {
      const { bytes } = await exchange({ method: 'GET', url: service + path, headers: { cookie } });
      return shape.parse(JSON.parse(bytes.toString('utf8')));
    },
  };
}
