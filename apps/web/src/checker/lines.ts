import {
  bundleFaultWords,
  receiptedWords,
  restartWords,
  signedWords,
  type BundleReport,
  type ReadReport,
} from '@mouding/contract';

/** A line of what the check found: `good` and `bad` are set off where the screen can. */
export interface Line {
  readonly tone: 'good' | 'bad' | 'head' | 'plain';
  readonly zh: string;
  readonly en: string;
}

const plain = (zh: string, en: string): Line => ({ tone: 'plain', zh, en });
const head = (zh: string, en: string): Line => ({ tone: 'head', zh, en });

/** What is shown first: 一致, or 不一致 and where. */
export function verdict({ faults, read }: BundleReport): readonly Line[] {
  if (faults.length > 0 || !read)
    return [
      { tone: 'bad', zh: `不一致：${faults.length} 处`, en: `NOT consistent: ${faults.length} faults` },
      ...faults.map((fault): Line => ({ tone: 'bad', ...bundleFaultWords(fault) })),
    ];
  return [{ tone: 'good', zh: '一致', en: 'consistent' }];
}

const BEIJING_MS = 8 * 3_600_000;

/** 2026-01-17 15:02, by the clock of Beijing. */
const beijing = (instant: string): string =>
  new Date(Date.parse(instant) + BEIJING_MS).toISOString().slice(0, 16).replace('T', ' ');

/** Whose bundle it is, what was looked at, and who signed. */
export function about({ manifest, figures, tree, signed, receipted, restarts }: ReadReport): readonly Line[] {
  const { institution, rehearsal, withheld } = manifest;
  const made = beijing(manifest.made);
  return [
    plain(
      `${institution.name}　${manifest.case.title}${rehearsal ? '（演练）' : ''}　${made} 调取`,
      `${institution.name}: ${manifest.case.title}${rehearsal ? ' (rehearsal)' : ''}, exported ${made}`,
    ),
    plain(
      `文件 ${figures.files} 个，记录 ${figures.entries} 条，办理事项 ${figures.streams} 项`,
      `${figures.files} files, ${figures.entries} entries of ${figures.streams} streams`,
    ),
    plain(
      `密封内容：可阅 ${figures.open}，不予调取 ${figures.kept}，已按规定清除 ${figures.erased}；未随包文稿、原件 ${figures.absent}；无权阅看事项 ${withheld}`,
      `sealed bodies: ${figures.open} open, ${figures.kept} kept, ${figures.erased} erased; ${figures.absent} texts and originals and ${withheld} streams not for the exporter`,
    ),
    plain(`日志 ${tree.size} 条，根 ${tree.root}`, `log of ${tree.size} entries, root ${tree.root}`),
    { tone: 'plain', ...signedWords(signed, manifest) },
    { tone: 'plain', ...receiptedWords(receipted) },
    ...restarts.map((restart): Line => ({ tone: 'plain', ...restartWords(restart) })),
  ];
}

function actLine({
  title,
  words,
  outcome,
  at,
  sum,
  index,
}: NonNullable<ReadReport['course']>['lines'][number]): Line {
  const [zh, en] = index === null ? ['', ''] : [`（第${index}条）`, ` (#${index})`];
  const day = at?.slice(0, 10);
  const said = (parts: readonly (string | undefined)[], between: string): string =>
    parts.filter(Boolean).join(between);
  return plain(
    said([words.zh, title, outcome?.zh, day, sum?.zh], '　') + zh,
    said([words.en, title, outcome?.en, day, sum?.en], ' · ') + en,
  );
}

/** 决策一览, and 补录 apart from it. */
export function courseLines({ course }: ReadReport): readonly Line[] {
  if (!course) return [];
  const acts = course.lines.map(actLine);
  const recorded = course.afterwards.map(({ title, words, happened, entered, standing, index }) =>
    plain(
      `${title}（${words.zh}）　发生 ${happened ?? '未载明'}　录入 ${entered.slice(0, 10)}　${standing}（第${index}条）`,
      `${title} (${words.en}): happened ${happened ?? 'not said'}, entered ${entered.slice(0, 10)} (#${index})`,
    ),
  );
  return [
    head('应经程序与实经程序', 'What the procedure asks for, and what was done'),
    ...acts,
    head('补录事项', 'Recorded afterwards'),
    ...(recorded.length > 0 ? recorded : [plain('无', 'none')]),
  ];
}
