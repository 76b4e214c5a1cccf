import { Problem } from '@mouding/contract';

/** The server did not carry out what was asked. The message is its sentence, in Chinese and English where it has both. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(asked: string, problem: Problem) {
    const said = problem.said ? `${problem.said.zh} ${problem.said.en}` : problem.detail || problem.title;
    const rule = problem.rule ? ` [${problem.rule}]` : '';
    const wrong = problem.errors?.map(({ pointer, detail }) => ` ${pointer}: ${detail}`).join('') ?? '';
    super(`${asked}: ${problem.status} ${problem.code}${rule} ${said}${wrong}`);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.problem = problem;
  }
}

/** Reads a problem document; an answer of another form becomes one, so that callers meet one kind of failure. */
export function problemFrom(status: number, body: string): Problem {
  try {
    return Problem.parse(JSON.parse(body));
  } catch {
    const code = status === 503 ? 'unavailable' : 'internal';
    return {
      type: `/problems/${code}`,
      title: `HTTP ${status}`,
      status,
      code,
      detail: body.slice(0, 200),
      traceId: '',
    };
  }
}
