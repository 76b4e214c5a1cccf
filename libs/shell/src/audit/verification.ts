import { VERIFICATION_WORDS, type VerificationLine, type VerificationQuery } from '@mouding/contract';
import { verifyInstitution, verifyLog, type Fault, type Ledger } from '@mouding/ledger';
import { folding } from '../reading/folding.ts';

/** A verification that somebody waits for and may stop. */
export interface VerificationWish {
  readonly ledger: Pick<Ledger, 'logSize'>;
  /** The address of the audit role: it is read over a connection of its own. */
  readonly url: string;
  readonly institution: string;
  /** The 32 bytes of the signer's key; null where it is not known here, and signatures are not checked. */
  readonly publicKey: Uint8Array | null;
  /** What the auditor kept of an earlier day; null checks against the database's own checkpoints alone. */
  readonly held: VerificationQuery | null;
  readonly signal: AbortSignal;
  send(line: VerificationLine): void;
}

/** Faults that are told one by one; more of them say nothing new. */
const TOLD = 200;
/** Entries between two lines of progress. */
const EVERY = 5_000;

/**
 * 核验: every entry, the order, the tree under everything that was signed, and the states as they follow from the facts.
 * It tells how far it is, each fault, and the verdict in words.
 *
 * @throws what `signal` was aborted with
 */
export async function verification(wish: VerificationWish): Promise<void> {
  const { url, institution, publicKey, signal } = wish;
  const of = await wish.ledger.logSize(institution);
  const tell = teller(wish, of);
  const report = await verifyInstitution({ url, institution, onProgress: tell }, folding);
  signal.throwIfAborted();
  const tree = await verifyLog({
    url,
    institution,
    trust: { publicKey },
    held: headOf(wish.held),
    onProgress: (done) => tell('tree', done),
  });
  const faults = [...report.faults, ...tree.faults];
  for (const fault of faults.slice(0, TOLD)) wish.send(faultLine(fault));
  wish.send({
    kind: 'end',
    whole: faults.length === 0,
    said: verdict(faults, report.entries),
    entries: report.entries,
    streams: report.streams,
    leaves: report.leaves,
    checkpoints: tree.checkpoints,
    waiting: report.unsequenced,
    faults: faults.length,
    faulty: [...new Set(faults.map(({ stream }) => stream))].slice(0, TOLD),
    entriesPerSecond: report.entriesPerSecond,
  });
}

const headOf = (held: VerificationQuery | null) =>
  held?.size === undefined || held.root === undefined
    ? null
    : { size: held.size, root: Buffer.from(held.root, 'hex') };

type Step = 'entries' | 'tree' | 'states';

/** Tells of every few thousand, and ends the work when nobody waits any more. */
function teller({ signal, send }: VerificationWish, of: number): (step: Step, done: number) => void {
  const told = new Map<Step, number>();
  return (step, done) => {
    signal.throwIfAborted();
    const before = told.get(step);
    if (before !== undefined && done - before < EVERY) return;
    told.set(step, done);
    send({ kind: 'progress', step, words: VERIFICATION_WORDS[step], done, of });
  };
}

function verdict(faults: readonly Fault[], entries: number) {
  const count = faults.length;
  return count === 0
    ? {
        zh: `一致：${entries}条办理记录逐条核对无误，签名检查点和推算的状态均相符。`,
        en: `Whole: ${entries} entries, what was signed of them, and the states that follow agree.`,
      }
    : {
        zh: `不一致：发现${count}处问题，涉及${new Set(faults.map(({ stream }) => stream)).size}个事项；未列出的事项核对无误。`,
        en: `Not whole: ${count} faults; what is not named agrees.`,
      };
}

const FAULT_WORDS: { readonly [fault in Fault['fault']]: { readonly zh: string; readonly en: string } } = {
  malformed: { zh: '记录格式损坏', en: 'an entry is malformed' },
  'leaf-hash': { zh: '记录内容与哈希不符', en: 'an entry is not what its hash says' },
  prev: { zh: '记录前后不相连', en: 'an entry does not follow the one before' },
  version: { zh: '记录有缺漏', en: 'an entry is missing' },
  stream: { zh: '记录所属事项不符', en: 'an entry says another stream' },
  institution: { zh: '记录所属单位不符', en: 'an entry says another institution' },
  columns: { zh: '表中字段与记录原文不符', en: 'columns differ from the entry' },
  time: { zh: '记录时间倒流', en: 'time runs back' },
  head: { zh: '末条记录不符（可能被删除）', en: 'the last entry is not the one that is known' },
  'sealed-body': { zh: '加密内容与记录不符', en: 'a sealed body is not the one that was committed' },
  key: { zh: '数据密钥异常', en: 'a data key is amiss' },
  text: { zh: '所引文稿不符', en: 'a text that is cited differs' },
  file: { zh: '所引原件不符', en: 'a file that is cited differs' },
  leaf: { zh: '记录序号异常', en: 'the order of the log is amiss' },
  checkpoint: { zh: '与已签署的检查点不符', en: 'it is not what was signed' },
  cosignature: { zh: '见证人签名不符', en: 'a witness’s line is not good' },
  tile: { zh: '与存证的树不符', en: 'it is not what the tree holds' },
  fold: { zh: '状态无法由记录推算', en: 'the state does not follow from the facts' },
  item: { zh: '列表与记录推算的状态不符', en: 'a list differs from the facts' },
  obligation: { zh: '待办与记录推算的状态不符', en: 'what is owed differs from the facts' },
  deadline: { zh: '时限与记录不符', en: 'a deadline differs from the facts' },
};

const faultLine = ({ stream, version, fault, detail }: Fault): VerificationLine => ({
  kind: 'fault',
  stream,
  version,
  fault,
  said: FAULT_WORDS[fault],
  detail,
});
