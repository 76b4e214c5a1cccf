import type { DemoTour } from '@mouding/contract';
import { bilingual } from './language.tsx';

type Standing = DemoTour['play']['standing'];

const zhStanding: { readonly [standing in Standing]: string } = {
  ready: '尚未开始。演练单位的时间会随之拨到五月底。',
  playing: '正在办理……用任何一个身份登录，都能看到记录实时增加。',
  stopping: '办完这一步就停……',
  stopped: '已停下，可以接着走，也可以自己办。',
  failed: '这一步没有办成，可以登录后自己办，再接着走。',
  done: '已全部走完：规划已印发，各科室已签收。',
};

const enStanding: typeof zhStanding = {
  ready: 'Not begun. The clock of the rehearsal moves on to the end of May with it.',
  playing: 'Under way … sign in as anybody and watch the record grow.',
  stopping: 'It ends after this step …',
  stopped: 'Stopped. Go on, or do the rest yourself.',
  failed: 'This step could not be done. Sign in, do it by hand, and go on.',
  done: 'All done: the plan is issued, and every department has signed for it.',
};

/** Words of the tour that the demo opens on. */
export const TOUR = bilingual(
  {
    title: '示例医院',
    lead: '一家虚构的中医院正在编制“十五五”发展规划：31个科室、11个篇章、4个议事决策机构。人和数据都是虚构的，可以放心办理。',
    show: '两分钟看懂',
    showWhy: '不用登录，离线也能看：校核一份文稿，看一处数字从哪里来，改一个字会怎样。',
    seeding: '正在装入示例，约需半分钟……',
    who: '选一个身份进去',
    whoWhy: '一键登录，先看到的就是此人的待办。',
    enter: '以此身份登录',
    entering: '正在登录……',
    awaits: (n: number) => (n === 0 ? '目前没有待办' : `${n}件待办`),
    first: (what: string) => `最急：${what}`,
    nothing: '查阅、核验、维护，不参与办理',
    unknown: '口令已改，请到登录页登录',
    cases: '正在办理的规划',
    done: '已办结',
    look: '以规划办身份打开',
    rest: '把余下的走完',
    restWhy: '从征求意见一直办到印发签收：所有会议、表决、报批都由演练脚本按真实规则办理，一步不少。',
    play: '开始',
    goOn: '接着走',
    stop: '停下',
    watch: '去看这件规划',
    standing: zhStanding,
    states: { waiting: '未开始', doing: '办理中', done: '已办', failed: '未办成' },
    password: (password: string) => `所有示例账号的口令都是 ${password}`,
  },
  {
    title: 'The demo hospital',
    lead: 'An invented hospital compiles its five-year plan: 31 departments, 11 chapters, 4 bodies. People and figures are invented, so act freely.',
    show: 'In two minutes',
    showWhy: 'No login, works offline: check a draft, see where a figure comes from, change one character.',
    seeding: 'The demo is being set up; about half a minute …',
    who: 'Go in as somebody',
    whoWhy: 'One click signs in; the first screen is what awaits this person.',
    enter: 'Sign in as this',
    entering: 'Signing in …',
    awaits: (n: number) => (n === 0 ? 'nothing owed now' : `${n} to do`),
    first: (what: string) => `First: ${what}`,
    nothing: 'reads, verifies, looks after; decides nothing',
    unknown: 'The password was changed: sign in at the door',
    cases: 'Plans under way',
    done: 'done',
    look: 'Open as the office',
    rest: 'Play the rest',
    restWhy:
      'From the consultation to the last receipt: every meeting, vote and filing is played by the rules, none left out.',
    play: 'Begin',
    goOn: 'Go on',
    stop: 'Stop',
    watch: 'See this plan',
    standing: enStanding,
    states: { waiting: 'waiting', doing: 'under way', done: 'done', failed: 'not done' },
    password: (password: string) => `The password of every demo account is ${password}`,
  },
);
