import { until } from 'mouding/until';
import { addressOf, send } from './http.ts';
import type { Plan } from './plan.ts';

/** 印发预检: the clock has made it once a gate had decided. */
export async function precheckOf({ stage, caseId }: Plan): Promise<string> {
  const stream = `precheck/${caseId}`;
  const { api, players } = stage.company;
  const { cookie } = players.office;
  return until('the precheck of the clock', async () => {
    const { status } = await send(api, { method: 'GET', path: addressOf(stream), cookie });
    return status === 200 ? stream : undefined;
  });
}
