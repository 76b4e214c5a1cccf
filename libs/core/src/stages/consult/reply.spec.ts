import { CLOCK } from '../../capacity.ts';
import { early, ID, opened, opinion, reply, stream, when } from '../../testing/asked-consultation.ts';
import { CASE, head, MEDICAL, SURGERY, UNION } from '../../testing/plan-case.ts';
import { giveOpinion, GiveOpinion, replyNone } from './reply.ts';

describe('answering 无意见', () => {
  test('is an answer of its own', () => {
    when([opened])
      .when(replyNone, ID, {})
      .then([
        {
          stream,
          type: 'ReplyReceived',
          data: { department: MEDICAL, opinions: 0, opinion: null, received: early },
        },
      ]);
  });

  test('twice, or after an opinion, is refused', () => {
    when([opened, reply(MEDICAL, 0)])
      .when(replyNone, ID, {})
      .refused('consultation.replied');
    when([opened, reply(MEDICAL, 1, opinion(1))])
      .when(replyNone, ID, {})
      .refused('consultation.replied');
    when([opened, reply(SURGERY, 0)])
      .when(replyNone, ID, {})
      .then([{ stream, type: 'ReplyReceived' }]);
  });

  test('is for those who were asked', () => {
    when([opened], { actor: head(UNION) })
      .when(replyNone, ID, {})
      .refused('consultation.recipient');
    when([opened], { actor: CLOCK }).when(replyNone, ID, {}).refused('consultation.recipient');
  });
});

describe('giving an opinion', () => {
  const body = { about: '第三章 绩效重点指标', quote: '36个', wording: '建议改为31个，与附表一致' };
  const facts = (no: number, opinions: number) => [
    {
      stream: 'opinion/new-opinion',
      type: 'OpinionGiven',
      data: { consultation: ID, case: CASE, stage: 'consult', department: MEDICAL, no, quoted: true },
    },
    {
      stream,
      type: 'ReplyReceived',
      data: { department: MEDICAL, opinions, opinion: 'opinion/new-opinion', received: early },
    },
  ];

  test('makes an opinion whose wording is sealed under whoever gave it', () => {
    const run = when([opened]).when(giveOpinion, ID, body);
    run.then(facts(1, 1));
    expect(run.decision).toMatchObject({ made: 'opinion/new-opinion' });
    const recorded = 'facts' in run.decision ? run.decision.facts : [];
    expect(recorded[0]?.sealed).toEqual([
      { subject: head(MEDICAL).person, plain: { about: body.about, wording: body.wording, quote: '36个' } },
    ]);
    expect(JSON.stringify(recorded.map(({ fact }) => fact))).not.toMatch(/31个|第三章/);
  });

  test('may follow another one, and 无意见, until the window ends', () => {
    when([opened, reply(SURGERY, 1, opinion(1)), reply(MEDICAL, 1, opinion(2))])
      .when(giveOpinion, ID, body)
      .then(facts(3, 2));
    when([opened, reply(MEDICAL, 0)])
      .when(giveOpinion, ID, body)
      .then(facts(1, 1));
  });

  test('is for those who were asked, and needs words and a place', () => {
    when([opened], { actor: head(UNION) })
      .when(giveOpinion, ID, body)
      .refused('consultation.recipient');
    expect(GiveOpinion.safeParse({ ...body, wording: ' ' }).success).toBe(false);
    expect(GiveOpinion.safeParse({ ...body, about: '' }).success).toBe(false);
  });
});
