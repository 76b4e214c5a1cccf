import type { Command } from 'commander';
import { lookAtDatabase } from '../doctor/database.ts';
import type { Finding } from '../doctor/finding.ts';
import { lookAtLog } from '../doctor/log.ts';
import { lookAtMessages } from '../doctor/messages.ts';
import { lookAtMachine } from '../doctor/machine.ts';
import { lookAtProcesses } from '../doctor/processes.ts';
import { lookAtSigner } from '../doctor/signer.ts';
import { exitCode } from '../exit-code.ts';
import { homeOf } from '../home.ts';
import type { Out } from '../out.ts';
import { table } from '../table.ts';
import { describe, type Run } from './run.ts';

/** `mouding doctor`: what keeps the system from working, and what mends it. Changes nothing. */
export function addDoctor(program: Command, run: Run): void {
  program
    .command('doctor')
    .description(
      describe(
        '检查本机能否运行，指出怎样修复',
        'check whether the system can run here, and say what to mend',
      ),
    )
    .action(async () => run(doctor));
}

async function doctor(out: Out): Promise<number> {
  const home = homeOf(process.env);
  const givenUrl = process.env['DATABASE_URL'];
  const findings = [
    ...lookAtMachine(home, !givenUrl, new Date()),
    ...(await lookAtProcesses(home)),
    ...(await lookAtDatabase(home, givenUrl)),
    ...(await lookAtMessages(home, givenUrl)),
    ...(await lookAtLog(home, givenUrl)),
    ...lookAtSigner(home, process.env),
  ];
  const marks = { ok: '✓', note: '·', bad: '✗' } as const;
  const rows = findings.map(({ state, name, says }) => [
    marks[state],
    name[out.language],
    says[out.language],
  ]);
  for (const line of table(rows)) out.line(line);
  const isFit = findings.every(({ state }) => state !== 'bad');
  out.line(
    isFit
      ? { zh: '可以运行。', en: 'Fit to run.' }
      : { zh: '请先处理标 ✗ 的各项。', en: 'Mend what is marked ✗ first.' },
  );
  out.answer({ fit: isFit, findings: findings.map(answerOf) });
  return isFit ? exitCode.ok : exitCode.failed;
}

function answerOf({ name, state, says }: Finding): object {
  return { check: name.en, state, zh: says.zh, en: says.en };
}
