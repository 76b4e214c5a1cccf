import { FACT_WORDS, READ_WORDS, wordsOf } from '@mouding/contract';
import { decisions, secondsBetween } from '../deciding.ts';
import { NO_RECORD_NO_FINDING } from '../readings.ts';
import { counted, postOf, type Found, type Question } from './question.ts';

/** W16: decisions whose maker is not known to have opened that text. */
export const unread: Question = {
  id: 'unread',
  title: { zh: '线上未见阅看记录而作出决定', en: 'Decided without an online record of reading' },
  said: {
    zh: '哪些决定作出之前，线上没有决定人阅看该版本文稿的记录？',
    en: 'Which decisions have no record that whoever decided had opened that version before?',
  },
  basis: null,
  caution: NO_RECORD_NO_FINDING,
  ask({ facts, shows, org }) {
    const found = decisions(facts).filter(
      ({ fact, read }) => shows(fact) && (read === 'unknown' || read === 'other-version'),
    );
    const rows = found.map(({ fact, read, reading }): Found => {
      const { zh, en } = wordsOf(FACT_WORDS, fact.type);
      return {
        about: fact,
        said: {
          zh: `${postOf(org, fact)}${zh}，${READ_WORDS[read].zh}`,
          en: `${postOf(org, fact)}: ${en}; ${READ_WORDS[read].en}`,
        },
        facts: { read },
        evidence: reading ? [reading, fact] : [fact],
      };
    });
    return counted(rows, '线上未见对应版本阅看记录的决定', 'decisions without an online record of reading');
  },
};

/** W16: approvals within a minute of what was put before them. */
export const hasty: Question = {
  id: 'hasty',
  title: { zh: '60秒内审定', en: 'Approved within 60 seconds' },
  said: {
    zh: '哪些签批、审定在上一步办理后极短时间（默认60秒）内作出？',
    en: 'Which approvals came within so short a time (60 seconds by default) of the step before them?',
  },
  basis: null,
  caution: {
    zh: '可能此前已阅看纸质件或当面商定，也可能是集中补办；须结合其他材料判断。',
    en: 'It may have been read on paper or agreed face to face before, or caught up with; other papers decide.',
  },
  ask({ facts, shows, seconds, org }) {
    const before = new Map(facts.map((fact) => [`${fact.stream} ${fact.version}`, fact]));
    const rows = decisions(facts).flatMap(({ fact }): readonly Found[] => {
      const step = before.get(`${fact.stream} ${fact.version - 1}`);
      const took = step && secondsBetween(step, fact);
      if (!step || took === undefined || took > seconds || !shows(fact) || fact.actor.recorder !== null)
        return [];
      const { zh, en } = wordsOf(FACT_WORDS, fact.type);
      const said = {
        zh: `${postOf(org, fact)}${zh}，距上一步${took}秒`,
        en: `${postOf(org, fact)}: ${en}, ${took} seconds after the step before`,
      };
      return [{ about: fact, said, facts: { seconds: took }, evidence: [step, fact] }];
    });
    return counted(rows, `${seconds}秒内作出的审定`, `approvals within ${seconds} seconds`);
  },
};

/** 自报自审: whoever brought it judged it. */
export const ownApproval: Question = {
  id: 'own-approval',
  title: { zh: '本人报送、本人审定', en: 'Brought and approved by one person' },
  said: {
    zh: '哪些事项由同一人报送（拟稿）又由其审定？',
    en: 'Which things were brought and approved by one and the same person?',
  },
  basis: '不相容职务（岗位）分离：行政事业单位内部控制规范第十二条',
  caution: {
    zh: '兼任岗位、主持工作期间可能依规如此办理；请核对任职与授权。',
    en: 'Somebody who holds two posts, or acts in one, may do so by the rules; check posts and delegations.',
  },
  ask({ facts, shows, org }) {
    const rows = decisions(facts).flatMap(({ fact }): readonly Found[] => {
      const brought = facts.findLast(
        (each) => each.stream === fact.stream && each.idx < fact.idx && BRINGING.has(each.type),
      );
      if (!brought || brought.actor.by !== fact.actor.by || !shows(fact)) return [];
      const { zh, en } = wordsOf(FACT_WORDS, fact.type);
      const said = {
        zh: `${postOf(org, brought)}报送后，由同一人以${postOf(org, fact)}身份${zh}`,
        en: `Brought by ${postOf(org, brought)}; the same person as ${postOf(org, fact)}: ${en}`,
      };
      return [{ about: fact, said, facts: {}, evidence: [brought, fact] }];
    });
    return counted(rows, '本人报送、本人审定的事项', 'things brought and approved by one person');
  },
};

const BRINGING: ReadonlySet<string> = new Set(['ChapterSubmitted', 'IssueDrafted', 'TablingAsked']);
