import { dayInChinese, dayOf } from '../calendar.ts';
import { exemptedFor } from '../case/case.ts';
import { stagesOf, type Stage } from '../procedure/definition.ts';
import type { Said } from '../refusal.ts';
import { approvals, approvalsOf, approvedBefore, textOfClosing } from './approvals.ts';
import type { Shown } from './checks.ts';
import type { Evidence, History, Slip, Witness } from './history.ts';
import { closingsOf, type Observed } from './status.ts';

/**
 * The five classes of the regulator's supervision of “三重一大”: convening 会议召开异常 · party-first 党委会未前置异常 ·
 * order 决策顺序异常 · voting 议题表决异常 · legal-review 合法性审查异常.
 */
export const ANOMALIES = ['convening', 'party-first', 'order', 'voting', 'legal-review'] as const;
export type AnomalyClass = (typeof ANOMALIES)[number];

/** none 未整改 · mended 补正 · exempted 经批准例外: what was done about an anomaly, and the fact that shows it. */
export interface Anomaly {
  readonly class: AnomalyClass;
  readonly stage: string | null;
  readonly rule: string;
  readonly said: Said;
  readonly evidence: readonly Evidence[];
  readonly rectified: { readonly how: 'mended' | 'exempted'; readonly by: Evidence } | null;
}

const CONVENING: ReadonlySet<string> = new Set([
  'meeting.quorum',
  'meeting.presides',
  'meeting.roll',
  'meeting.circulation',
  'meeting.called-already',
]);
const VOTING: ReadonlySet<string> = new Set([
  'meeting.majority',
  'meeting.void',
  'meeting.ballot',
  'meeting.present',
  'meeting.recusal',
  'meeting.chair-last',
  'meeting.reason',
  'meeting.text-shown',
  'meeting.current-text',
  'congress.secret-ballot',
  'congress.itemised',
]);

/** Every anomaly that the record shows, by class; an empty answer says that it shows none. */
export function anomaliesOf(seen: Observed, shown: readonly Shown[]): readonly Anomaly[] {
  return [
    ...ofRules(seen, shown, 'convening', CONVENING),
    ...partyLast(seen),
    ...outOfOrder(seen),
    ...ofRules(seen, shown, 'voting', VOTING),
    ...unreviewed(seen),
  ];
}

/** Rules of a meeting that were broken. */
const ofRules = (
  { history }: Observed,
  shown: readonly Shown[],
  of: AnomalyClass,
  rules: ReadonlySet<string>,
): readonly Anomaly[] =>
  shown
    .filter(({ notice }) => rules.has(notice.rule))
    .map((one) => ({
      class: of,
      stage: one.stage,
      rule: one.notice.rule,
      said: one.notice.said,
      evidence: [one.evidence],
      rectified: rectifiedBy(history, slipOf(history, one)),
    }));

/** The slip of the very record that broke the rule: another one of the same stage puts nothing right. */
function slipOf({ facts, slips }: History, { notice, evidence }: Shown): Slip | undefined {
  const made = facts.find(({ index }) => index === evidence.index)?.command;
  return slips.find(
    ({ fact, said }) =>
      said.holds.includes(notice.rule) && fact.command.key === made?.key && fact.command.verb === made.verb,
  );
}

const rectifiedBy = ({ evidence }: Observed['history'], slip: Slip | undefined): Anomaly['rectified'] =>
  slip?.repair
    ? {
        how: slip.repair.how === 'exempted' ? 'exempted' : 'mended',
        by: evidence(slip.repair.confirmed),
      }
    : null;

const isParty = ({ with: params }: Stage, { definition }: Observed['procedure']): boolean => {
  const body = typeof params['body'] === 'string' ? params['body'] : '';
  return body === 'party-committee' || definition.bodies[body]?.title.includes('党委') === true;
};

/** 党委会未前置: what the procedure puts behind 党委会 went out, to the authority or to the departments, without its yes. */
function partyLast(seen: Observed): readonly Anomaly[] {
  const { procedure, state } = seen;
  const stages = stagesOf(procedure.definition);
  return stages
    .filter((stage) => isParty(stage, procedure) && isGate(seen, stage))
    .flatMap((party) => {
      const { subject } = procedure.classing.meaning(party.id);
      const behind = stages.slice(stages.indexOf(party) + 1).filter(({ id }) => {
        const means = procedure.classing.meaning(id);
        return means.subject === subject && (means.issues || means.binds);
      });
      const early = behind.flatMap(({ id, title }) => {
        const closing = closingsOf(seen, id).at(-1);
        return closing && !approvedBefore(seen, party, closing) ? [{ title, closing }] : [];
      });
      const [first] = early;
      if (!first) return [];
      const granted = seen.history.facts.find(
        ({ type, data }) => type === 'ExemptionGranted' && data['gate'] === party.id,
      );
      const exempt = granted && exemptedFor(state.context, party.id, textOfClosing(first.closing));
      return [
        {
          class: 'party-first' as const,
          stage: party.id,
          rule: 'order.party-first',
          said: {
            zh: `${first.title}之前，“${party.title}”尚未同意该文稿`,
            en: `${party.title} had not agreed to the text before ${first.title}`,
          },
          evidence: early.map(({ closing }) => seen.history.evidence(closing)),
          rectified:
            exempt && granted ? { how: 'exempted' as const, by: seen.history.evidence(granted) } : null,
        },
      ];
    });
}

const isGate = ({ procedure }: Observed, { id }: Stage): boolean => procedure.classing.gates.includes(id);

const dayIn = (history: History, fact: Witness): string => {
  const when = history.happened(fact);
  return when.length > 10 ? dayOf(when) : when;
};

/** Whether it happened before the other: of what is known by the day alone, on an earlier day. */
function isBefore(history: History, one: Witness, other: Witness): boolean {
  const [a, b] = [history.happened(one), history.happened(other)];
  return a.length > 10 && b.length > 10 ? a < b : dayIn(history, one) < dayIn(history, other);
}

/** 决策顺序: the days on which the gates decided, as they happened, against the order of the procedure. */
function outOfOrder(seen: Observed): readonly Anomaly[] {
  const { history } = seen;
  const day = (closing: Witness): string => dayIn(history, closing);
  return (['scheme', 'manuscript'] as const).flatMap((subject) => {
    const chain = approvals(seen, subject);
    return chain.slice(1).flatMap((later, i) => {
      const sooner = chain[i];
      if (!sooner || approvalsOf(seen, sooner.stage.id).some((each) => day(each) <= day(later.closing)))
        return [];
      return [
        {
          class: 'order' as const,
          stage: later.stage.id,
          rule: 'order.gates',
          said: {
            zh: `“${later.stage.title}”（${dayInChinese(day(later.closing))}）早于“${sooner.stage.title}”（${dayInChinese(day(sooner.closing))}）`,
            en: `${later.stage.title} (${day(later.closing)}) before ${sooner.stage.title} (${day(sooner.closing)})`,
          },
          evidence: [history.evidence(sooner.closing), history.evidence(later.closing)],
          rectified: null,
        },
      ];
    });
  });
}

/** 合法性审查: the procedure asks for one, and a body that decides behind it did so without. */
function unreviewed(seen: Observed): readonly Anomaly[] {
  const { procedure, history } = seen;
  const stages = stagesOf(procedure.definition);
  return stages
    .filter(({ kind, with: params }) => kind.startsWith('review@') && params['method'] === 'lawyers')
    .filter(({ id }) => !seen.state.context.excused.includes(id))
    .flatMap((review) => {
      const { subject } = procedure.classing.meaning(review.id);
      const reviewed = closingsOf(seen, review.id).find(({ data }) => data['outcome'] === 'reviewed');
      const decided = stages
        .slice(stages.indexOf(review) + 1)
        .filter(
          ({ id }) =>
            procedure.classing.meaning(id).subject === subject && procedure.classing.gates.includes(id),
        )
        .flatMap(({ id }) => closingsOf(seen, id))
        .filter((closing) => !reviewed || isBefore(history, closing, reviewed));
      if (decided.length === 0) return [];
      return [
        {
          class: 'legal-review' as const,
          stage: review.id,
          rule: 'order.legal-review',
          said: {
            zh: `“${review.title}”未在审议决定之前完成`,
            en: `${review.title} had not ended before the text was decided on`,
          },
          evidence: decided.map((closing) => history.evidence(closing)),
          rectified: null,
        },
      ];
    });
}
