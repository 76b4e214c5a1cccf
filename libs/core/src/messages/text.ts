import { dayOf, lastDayOf, timeOf } from '../calendar.ts';

/** A word of the screen in both languages, e.g. the name of a verb. */
interface Both {
  readonly zh: string;
  readonly en: string;
}

interface Owed {
  readonly kind: 'todo' | 'reminder';
  /** The act that is owed, e.g. 报送科室发展规划. */
  readonly act: Both;
  /** The title of the thing, e.g. of a chapter. */
  readonly label: string;
  readonly case: string | null;
  /** Law time in UTC, or null. */
  readonly due: string | null;
  /** What else the person owes and is reminded of by the same message. */
  readonly others?: readonly Pick<Owed, 'act' | 'label' | 'due'>[];
}

interface Convened {
  readonly kind: 'meeting';
  /** The body that meets. */
  readonly body: string;
  /** Law time in UTC. */
  readonly at: string;
  readonly place: string;
  readonly item: string;
}

interface Recorded {
  readonly kind: 'recorded';
  readonly label: string;
  readonly case: string | null;
  /** Law time after which silence counts as having taken note. */
  readonly due: string | null;
}

/** What a message is about. Titles come from rows: never draft text, never the wording of an opinion, never a name. */
export type Occasion = Owed | Convened | Recorded;

/** What every message of an institution has around it. */
export interface Frame {
  readonly institution: string;
  readonly rehearsal: boolean;
  /** Where people sign in. It opens a page and nothing else: a scanner that follows it changes nothing. */
  readonly page: string;
}

export interface MessageText {
  /** One line. */
  readonly subject: string;
  /** Plain text: Chinese first, English beneath. */
  readonly body: string;
}

const LONGEST_TITLE = 80;

/** A title as one line of plain text: no controls, no marks of direction, no line ends, not endless. */
export function oneLine(text: string, longest: number = LONGEST_TITLE): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const signs = [...line];
  return signs.length <= longest ? line : `${signs.slice(0, longest - 1).join('')}…`;
}

const dateZh = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

/** The last day of a date in words. */
const dayWords = (due: string): Both => ({ zh: dateZh(lastDayOf(due)), en: lastDayOf(due) });

const momentWords = (at: string): Both => ({
  zh: `${dateZh(dayOf(at))}${timeOf(at)}`,
  en: `${dayOf(at)} ${timeOf(at)} (Beijing)`,
});

interface Said {
  readonly subject: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** The text of a message: official Chinese, English beneath, and one link that only opens the page. */
export function messageText(occasion: Occasion, frame: Frame): MessageText {
  const { subject, zh, en } = said(occasion);
  const name = oneLine(frame.institution);
  const mark = frame.rehearsal ? '（演练）' : '';
  return {
    subject: `【${name}】${mark}${subject}`,
    body: [
      ...(frame.rehearsal ? ['本通知由演练系统发出，不具实际效力。', ''] : []),
      ...zh,
      `请登录系统办理：${frame.page}`,
      '',
      '您收到本通知，是因为您现任岗位承担该事项。本邮件由系统发出，请勿回复；点击链接只打开页面，不办理任何事项。',
      '',
      '----',
      ...(frame.rehearsal ? ['This is a rehearsal and has no effect.'] : []),
      ...en,
      `Please sign in: ${frame.page}`,
      'You receive this because of the post that you hold now. Following the link opens a page and does nothing else.',
      '',
      name,
      '',
    ].join('\n'),
  };
}

function said(occasion: Occasion): Said {
  switch (occasion.kind) {
    case 'meeting':
      return meetingNotice(occasion);
    case 'recorded':
      return recordedNotice(occasion);
    default:
      return owedNotice(occasion);
  }
}

const OPENING: { readonly [K in Owed['kind']]: Both & { readonly word: string } } = {
  todo: { word: '待办', zh: '您有一项新的待办事项。', en: 'Something new awaits you.' },
  reminder: {
    word: '催办',
    zh: '您有一项待办事项尚未办结，现予催办。',
    en: 'Reminder of something you still owe.',
  },
};

function owedNotice({ kind, act, label, case: of, due, others = [] }: Owed): Said {
  const { word, zh, en } = OPENING[kind];
  const title = oneLine(label);
  const plan = planLines(of);
  const day = due === null ? { zh: '未设期限', en: 'No date is set' } : byDay(dayWords(due));
  const mark = due === null ? '' : `（${dayWords(due).zh}前）`;
  const rest = besides(others);
  return {
    subject: `${word}：${act.zh}——${title}${mark}`,
    zh: [zh, `事项：${act.zh}`, `名称：${title}`, ...plan.zh, `办理期限：${day.zh}`, ...rest.zh],
    en: [en, `To do: ${act.en}`, `Title: ${title}`, ...plan.en, day.en, ...rest.en],
  };
}

/** The other things of a reminder, a line each: one message a day tells of all of them. */
function besides(others: NonNullable<Owed['others']>): {
  readonly zh: readonly string[];
  readonly en: readonly string[];
} {
  if (others.length === 0) return { zh: [], en: [] };
  const lines = others.map(({ act, label, due }) => ({
    zh: `· ${act.zh}——${oneLine(label)}${due === null ? '' : `（${dayWords(due).zh}前）`}`,
    en: `· ${act.en}: ${oneLine(label)}${due === null ? '' : ` (by ${dayWords(due).en})`}`,
  }));
  return {
    zh: [`另有${others.length}项待办：`, ...lines.map((line) => line.zh)],
    en: [`${others.length} more:`, ...lines.map((line) => line.en)],
  };
}

const byDay = ({ zh, en }: Both): Both => ({ zh: `${zh}（含当日）`, en: `Due by the end of ${en}` });

/** The line of the case, where there is one. */
function planLines(of: string | null): { readonly zh: readonly string[]; readonly en: readonly string[] } {
  const plan = of === null ? '' : oneLine(of);
  return plan === '' ? { zh: [], en: [] } : { zh: [`所属工作：${plan}`], en: [`Plan: ${plan}`] };
}

function meetingNotice({ body, at, place, item }: Convened): Said {
  const when = momentWords(at);
  const [who, where, what] = [oneLine(body), oneLine(place), oneLine(item)];
  return {
    subject: `会议通知：${who}（${when.zh}）`,
    zh: ['现通知您参加以下会议。', `会议：${who}`, `时间：${when.zh}`, `地点：${where}`, `议题：${what}`],
    en: [
      'You are called to a meeting.',
      `Body: ${who}`,
      `Time: ${when.en}`,
      `Place: ${where}`,
      `Item: ${what}`,
    ],
  };
}

function recordedNotice({ label, case: of, due }: Recorded): Said {
  const title = oneLine(label);
  const plan = planLines(of);
  const day = due === null ? null : dayWords(due);
  return {
    subject: `代录知悉：${title}`,
    zh: [
      '有人代您补录了一项在系统之外发生的情况，请核对。情况不符的，可以提出异议。',
      `事项：${title}`,
      ...plan.zh,
      ...(day ? [`${day.zh}（含当日）前未提出异议的，视为知悉。`] : []),
    ],
    en: [
      'Something that you are said to have done was recorded by another. Please check it; you may object.',
      `Title: ${title}`,
      ...plan.en,
      ...(day ? [`Without an objection by the end of ${day.en} you count as having taken note.`] : []),
    ],
  };
}
