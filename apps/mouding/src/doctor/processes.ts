import { isAlive } from '../../bin/lock.mjs';
import { whyNotFree } from '../port.ts';
import { readRunFile, type RunFile } from '../run-file.ts';
import { bad, fine, note, type Finding } from './finding.ts';

/** The processes of this home folder and the ports they use. */
export async function lookAtProcesses(home: string): Promise<Finding[]> {
  const run = readRunFile(home);
  const isRunning = run !== undefined && isAlive(run.launcher);
  return [
    processes(run, isRunning),
    ...(isRunning ? [await health(run)] : await Promise.all([4310, 4311].map(port))),
  ];
}

function processes(run: RunFile | undefined, isRunning: boolean): Finding {
  const name = { zh: '进程', en: 'processes' };
  const alive = (run?.processes ?? []).filter(isAlive).map((holder) => Number.parseInt(holder, 10));
  if (run && isRunning) {
    return fine(
      name,
      `正在运行（${run.pid}），服务 ${alive.length} 个`,
      `running (${run.pid}) with ${alive.length} services`,
    );
  }
  if (alive.length === 0) return fine(name, '没有在运行', 'none running');
  const [zh, en] = [alive.join('、'), alive.join(', ')];
  return note(
    name,
    `上次被强行结束，还留有进程 ${zh}；下次启动会先把它们结束`,
    `the last launcher was killed and left ${en}; the next start ends them first`,
  );
}

async function health(run: RunFile): Promise<Finding> {
  const name = { zh: '接口', en: 'API' };
  try {
    const answer = await fetch(`${run.apiUrl}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    const { status } = answer;
    if (status === 200) return ready(name, run.apiUrl, await answer.json());
    return bad(
      name,
      `${run.apiUrl} 未就绪（${status}），请看 log/api.log`,
      `${run.apiUrl} is not ready (${status}); see log/api.log`,
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return bad(
      name,
      `${run.apiUrl} 没有应答（${reason}），请重新启动`,
      `${run.apiUrl} does not answer (${reason}); start it again`,
    );
  }
}

/** The API is ready; whether the worker works too stands in its answer. */
function ready(name: Finding['name'], url: string, answer: unknown): Finding {
  const { worker } = answer as { readonly worker?: string };
  if (worker !== 'late') return fine(name, `${url} 就绪`, `${url} is ready`);
  return bad(
    name,
    `${url} 就绪，但 worker 已停止工作（期限、消息会延迟），请看 log/worker.log`,
    `${url} is ready, but the worker has stopped (deadlines and messages wait); see log/worker.log`,
  );
}

async function port(number: number): Promise<Finding> {
  const name = { zh: `端口 ${number}`, en: `port ${number}` };
  const reason = await whyNotFree(number);
  if (reason === undefined) return fine(name, '空闲', 'free');
  return note(
    name,
    `已被其他程序占用（${reason}）：用 npm start -- --port 0`,
    `taken by another program (${reason}): use npm start -- --port 0`,
  );
}
