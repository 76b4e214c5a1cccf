import type { BundleManifest } from '@mouding/contract';
import type { Proven } from './proofs.ts';

/** What stands under the checkpoint of a bundle, for a person. */
function signing(witnesses: number | null, required: number): { readonly zh: string; readonly en: string } {
  if (witnesses === null)
    return {
      zh: '本包未附日志签名：核验只能说明包内各项相互一致，不能说明包内记录就是单位当时的记录。',
      en: 'No signed checkpoint is in this bundle: the check shows that the bundle agrees with itself, and no more.',
    };
  const zh = `本包附有日志签名（data/checkpoint）：记录确在单位当时公布的日志中。`;
  const en = `A signed checkpoint of the log is in data/checkpoint: the entries are in the log that was published.`;
  if (witnesses === 0 && required === 0) return { zh, en };
  if (witnesses >= required)
    return {
      zh: `${zh}见证方签名 ${witnesses} 个（单位要求 ${required} 个）：见证方所见为同一日志。`,
      en: `${en}\n${witnesses} witnesses have signed it (the house wants ${required}): everybody was shown the same log.`,
    };
  return {
    zh: `${zh}\n  见证 ${witnesses}/${required}：导出时见证方签名尚未齐全，不能排除单位对不同的人出示不同的日志；请日后向单位索取见证齐全的检查点对照。`,
    en: `${en}\nWITNESSES ${witnesses}/${required}: not all that the house wants had signed it when this was exported. Ask the house for a checkpoint\nthat they have signed, and compare.`,
  };
}

/** README.txt of a bundle: what it is, how it is checked, and what such a check does not show. */
export function readmeOf(
  { institution, case: { title }, withheld, witnessesRequired }: Omit<BundleManifest, 'files'>,
  { checkpoint }: Pick<Proven, 'checkpoint'>,
): string {
  const signed = signing(checkpoint?.witnesses.length ?? null, witnessesRequired);
  return `${institution.name}　${title}　归档包
========================================

一、怎样看
  00_目录.pdf 是目录，其余 PDF 按件号排列；data/ 是供程序核验的数据。

二、怎样核验
  1. 解开本包，双击“核验.html”，选取本归档包（.zip）。不需要联网，不需要安装软件。
  2. 或在装有 Node 20.12 以上的计算机上运行：node verify.mjs 归档包.zip；在解开的文件夹（其中没有别的文件）里可省略包名。
  显示“一致”：每条记录、每份文稿和原件的散列值都相符，记录前后衔接，状态由记录重新推算无误。
  显示“不一致”：随后逐条列出不一致之处；程序以退出码 3 结束。

三、核验说明什么，不说明什么
  ${signed.zh}
  核验不能说明包内已含全部记录；完整与否应对照单位的日志。${withheld > 0 ? `\n  有 ${withheld} 项办理事项调取人无权阅看，未包含在内。` : ''}
  PDF 是由记录打印的文件，以清单（data/manifest.json）核对；清单没有签名，能改动文件的人也能改动清单，因此以记录、文稿和原件为准，有法律效力的以扫描件为准。
  已按规定清除的个人信息不再可读，其散列值仍在，不影响核验。

========================================
${institution.name}: archive of ${title}

Reading: 00_目录.pdf is the table of contents; the other PDF files are numbered as in it. data/ is for programs.

Checking: open 核验.html by a double click and choose the zip (no network, nothing to install), or run
  node verify.mjs BUNDLE.zip        (Node 20.12 or later; exit code 3: it does not agree)
In the unpacked folder, where nothing else lies, the name can be left out.
Every hash, chain, proof and signature is checked, and every state is folded anew from the entries.

${signed.en}
The printed PDF files are compared with data/manifest.json, which nobody signed: whoever can change a file can change it too. What
counts are the entries, the texts and the originals, whose hashes the entries hold.
No check of a bundle shows that nothing was left out: that takes the log itself.${withheld > 0 ? `\n${withheld} streams of the case are not for the exporter and are not in here.` : ''}
What was erased according to the rules can be read no more; its hash stays, and everything else still agrees.
`;
}
