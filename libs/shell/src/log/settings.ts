import { z } from 'zod';
import { setting } from '../setting.ts';

/** Settings of the tree over the record: who signs, under which name, and who watches. */
export const LOG_SETTINGS = {
  SIGNER_URL: setting(
    z.url({ protocol: /^https?$/ }).optional(),
    '签署进程的地址（worker）；不设置则不发布检查点',
    'address of the signer, for worker; when not set no checkpoints are published',
  ),
  SIGNER_TOKEN: setting(
    z.string().min(16).optional(),
    '与签署进程约定的口令',
    'the word that the signer wants to hear',
  ),
  SIGNER_FOLDER: setting(
    z.string().min(1).optional(),
    '签署进程存放密钥和签署记录的文件夹（signer）',
    'folder of the key and of the record of what was signed, for signer',
  ),
  SIGNER_PORT: setting(
    z.coerce.number().int().min(0).max(65_535).default(4312),
    '签署进程的端口（signer）',
    'port of signer',
  ),
  SM2_KEY_FILE: setting(
    z.string().min(1).optional(),
    '国密私钥文件（signer），设置后每个检查点另有一行 SM2 签名；没有该文件则生成',
    'private SM2 key file, for signer, made where it is not there: with it every checkpoint bears a further line',
  ),
  LOG_ORIGIN: setting(
    z
      .string()
      .regex(/^[^\s+/]+(\/[^\s+/]+)*$/, 'a name without spaces, e.g. hospital.example')
      .default('mouding.invalid'),
    '记录树名称的开头，如医院域名；首个检查点发布后对已有单位不再起作用',
    'what the names of logs begin with, e.g. the domain of the house; has no effect on logs that were begun',
  ),
  LOG_PUBLIC_KEY_FILE: setting(
    z.string().min(1).optional(),
    '签署公钥文件：signer 写出，api、audit 读取；不设置则归档包不附签名',
    'file with the public key of the signer, which writes it; for api and audit: with it archives are signed',
  ),
  RECEIPT_KEY_FILE: setting(
    z.string().min(1).optional(),
    '签署办理回执的私钥文件（api，Ed25519，PEM），不得与签署检查点的相同；不设置则回执不附签名',
    'private key file (Ed25519, PEM) that signs receipts, for api, never that of the signer; when not set receipts are not signed',
  ),
  WITNESSES: setting(
    z.string().optional(),
    '见证方（worker、api、audit），以空格分隔，每个为“公钥行@地址”',
    'witnesses, for worker, api and audit, separated by spaces, each as key line@address',
  ),
  WITNESSES_REQUIRED: setting(
    z.coerce.number().int().min(0).max(100).default(0),
    '对外给出的检查点至少要有几个见证方的签名（worker、api、audit）；0 为不要求，缺签名只提示',
    'witnesses that must have signed a checkpoint that is handed out, for worker, api and audit; with 0 a missing one is only told',
  ),
};
