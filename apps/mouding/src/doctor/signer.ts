import { existsSync, statSync } from 'node:fs';
import { openWitnessing, witnessesRequired } from '@mouding/shell';
import { signerFolderOf } from '../launch.ts';
import { signerFiles } from '../signer/folder.ts';
import { bad, fine, type Finding } from './finding.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The files of the signer of a home folder, and whether the witnesses that are named can be what is demanded. */
export function lookAtSigner(home: string, environment: Environment): Finding[] {
  return [...files(signerFolderOf(home)), ...witnesses(environment)];
}

const signer = { zh: '签署进程', en: 'signer' };

function files(folder: string): Finding[] {
  const { key, memory } = signerFiles(folder);
  const [hasKey, hasMemory] = [existsSync(key), existsSync(memory)];
  if (!hasKey && !hasMemory) return [];
  if (!hasKey || !hasMemory) {
    const gone = hasKey ? memory : key;
    return [
      bad(
        signer,
        `${gone} 不见了：从备份恢复该文件；没有备份时用 npx mouding log recover`,
        `${gone} is gone: restore it from a copy; without one, npx mouding log recover`,
      ),
    ];
  }
  if ((statSync(key).mode & 0o077) !== 0)
    return [bad(signer, `其他用户能读取 ${key}：chmod 600`, `others can read ${key}: chmod 600`)];
  return [
    fine(
      signer,
      `密钥和签署记录在 ${folder}：不在备份中，请另存两份`,
      `key and record are in ${folder}: no backup holds them, keep two copies`,
    ),
  ];
}

function witnesses(environment: Environment): Finding[] {
  const name = { zh: '见证', en: 'witnesses' };
  if (!environment['WITNESSES'] && !environment['WITNESSES_REQUIRED']) return [];
  try {
    const { witnesses: all, required } = openWitnessing(
      environment['WITNESSES'],
      witnessesRequired(environment),
    );
    return [
      fine(
        name,
        `${all.length} 个，至少须有 ${required} 个签名`,
        `${all.length}, ${required} of whom must sign`,
      ),
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [bad(name, reason, reason)];
  }
}
