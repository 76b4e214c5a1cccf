import type { BadLeaf, LogState } from '@mouding/ledger';

/** What keeps checkpoints from coming out. The hospital's work goes on meanwhile. */
export type LogTrouble =
  | { readonly trouble: 'signer-away'; readonly reason: string }
  | { readonly trouble: 'database-older'; readonly size: number; readonly signed: number }
  | { readonly trouble: 'signer-older'; readonly size: number; readonly signed: number }
  | { readonly trouble: 'log-shrunk'; readonly size: number; readonly published: number }
  | { readonly trouble: 'forked'; readonly size: number }
  | { readonly trouble: 'bad-leaf'; readonly leaf: BadLeaf }
  | { readonly trouble: 'tiles'; readonly reason: string }
  | { readonly trouble: 'witness-away'; readonly witnesses: readonly string[] }
  | {
      readonly trouble: 'unwitnessed';
      readonly required: number;
      readonly signed: number;
      readonly witnesses: readonly string[];
    }
  | { readonly trouble: 'closed' };

const RECOVER = {
  zh: '确实无法恢复的，用 npx mouding log recover 宣告另起记录树（会留下痕迹）。',
  en: 'Where that is impossible, declare a new log with npx mouding log recover; it leaves a trace.',
};

type Sentences = {
  readonly [K in LogTrouble['trouble']]: (
    trouble: Extract<LogTrouble, { trouble: K }>,
  ) => readonly [zh: string, en: string];
};

const SENTENCES: Sentences = {
  'signer-away': ({ reason }) => [
    `签署进程没有应答（${reason}），检查点暂缓发布；请看 log/signer.log。`,
    `The signer does not answer (${reason}); checkpoints wait. See log/signer.log.`,
  ],
  'database-older': ({ size, signed }) => [
    `签署进程已签署 ${signed} 条，数据库只有 ${size} 条：数据库可能被旧备份替换。停止发布检查点。请恢复较新的备份。${RECOVER.zh}`,
    `The signer has signed ${signed} entries, the database has ${size}: it may have been replaced by an old backup. No checkpoint is published. Restore a newer backup. ${RECOVER.en}`,
  ],
  'signer-older': ({ size, signed }) => [
    `数据库已发布 ${size} 条的检查点，签署进程的记录只到 ${signed} 条：签署记录可能被旧文件替换。停止发布检查点。请恢复较新的签署记录文件。${RECOVER.zh}`,
    `The database has a checkpoint of ${size} entries, the signer's record ends at ${signed}: an old file may have taken its place. No checkpoint is published. Restore the newer record of the signer. ${RECOVER.en}`,
  ],
  'log-shrunk': ({ size, published }) => [
    `记录树只剩 ${size} 条，已发布的检查点有 ${published} 条：有记录被删除。停止发布检查点。请用 npx mouding verify --live 查明，并恢复备份。${RECOVER.zh}`,
    `The log has ${size} entries, the published checkpoint ${published}: entries were removed. No checkpoint is published. Look with npx mouding verify --live and restore a backup. ${RECOVER.en}`,
  ],
  forked: ({ size }) => [
    `前 ${size} 条记录与已签署的检查点不一致：记录被改写。停止发布检查点。请用 npx mouding verify --live 查明，并恢复备份。${RECOVER.zh}`,
    `The first ${size} entries are not those that were signed: the record was rewritten. No checkpoint is published. Look with npx mouding verify --live and restore a backup. ${RECOVER.en}`,
  ],
  'bad-leaf': ({ leaf }) => [
    `第 ${leaf.idx} 条记录（${leaf.stream} ${leaf.version}）${LEAF[leaf.why][0]}。停止发布检查点。请用 npx mouding verify 查明，并恢复备份。`,
    `Entry ${leaf.idx} (${leaf.stream} ${leaf.version}) ${LEAF[leaf.why][1]}. No checkpoint is published. Look with npx mouding verify and restore a backup.`,
  ],
  tiles: ({ reason }) => [
    `记录树的存储不完整（${reason}）。停止发布检查点。请恢复备份。${RECOVER.zh}`,
    `The stored tree is not whole (${reason}). No checkpoint is published. Restore a backup. ${RECOVER.en}`,
  ],
  'witness-away': ({ witnesses }) => [
    `检查点已签署，但见证方没有共同签名：${witnesses.join('、')}。请与见证方联系。`,
    `Checkpoints are signed, but not cosigned by ${witnesses.join(', ')}. Ask the witness.`,
  ],
  unwitnessed: ({ required, signed, witnesses }) => [
    `最新检查点须有 ${required} 个见证方签名，现有 ${signed} 个（缺：${witnesses.join('、')}）。对外仍给出上一个见证齐全的检查点。请与见证方联系。`,
    `The newest checkpoint must bear the lines of ${required} of the witnesses and bears ${signed} (missing: ${witnesses.join(', ')}). The last one that had enough is handed out meanwhile. Ask the witnesses.`,
  ],
  closed: () => [
    '签署进程已停用该记录树，而数据库仍在沿用：数据库可能被旧备份替换。请恢复较新的备份，或用 npx mouding log recover 宣告另起记录树。',
    'The signer has closed this log, and the database still goes by it: it may have been replaced by an old backup. Restore a newer one, or declare a new log with npx mouding log recover.',
  ],
};

const LEAF: Readonly<Record<BadLeaf['why'], readonly [zh: string, en: string]>> = {
  gap: ['不在记录树中', 'has no place in the log'],
  'no-entry': ['已被删除', 'was removed'],
  altered: ['与其散列值不符', 'is not what its hash says'],
};

/** Somebody is not there; nothing is wrong with the record. */
const AWAY: ReadonlySet<LogTrouble['trouble']> = new Set(['signer-away', 'witness-away', 'unwitnessed']);

/** The state that a trouble is, in words for whoever must do something. */
export function stateOf(trouble: LogTrouble): LogState {
  const say = SENTENCES[trouble.trouble] as (of: LogTrouble) => readonly [string, string];
  const [zh, en] = say(trouble);
  return { state: AWAY.has(trouble.trouble) ? 'waiting' : 'stopped', zh, en };
}
