import { refOf } from '../../testing/given.ts';
import { CASE, OFFICE, SCHEME, story } from '../../testing/council.ts';
import {
  DIRECTOR,
  drafted,
  ISSUE,
  LEADER,
  numbered,
  ON,
  onIssue,
  signed,
  TEXT,
} from '../../testing/issue-case.ts';
import { confirmEditorial, editIssue } from './editorial.ts';
import { publishIssue } from './publish.ts';
import { recordStep } from './record-step.ts';
import { restoreIssue } from './restore.ts';
import { signIssue } from './sign.ts';

const TO = '编制工作计划';
const EDITED = refOf(TO);
const EDIT = { quote: '方案', replacement: '计划', reason: '统一用语' };
const editing = { base: TEXT, edits: [EDIT] };
const why = { reason: '恢复为审议稿' };

const edited = (story = drafted()) => story.does(OFFICE, editIssue, [ISSUE, editing]);
const confirmed = (story = drafted()) =>
  edited(story).does(DIRECTOR, confirmEditorial, [ISSUE, { agree: true }]);

describe('编辑性修改', () => {
  test('is shown change by change and changes nothing until another person confirms it', () => {
    const story = edited();
    story.when(OFFICE, signIssue, [ISSUE, { text: EDITED }]).refused('issue.text');
    story.when(DIRECTOR, confirmEditorial, [ISSUE, { agree: true }]).then([
      onIssue('EditorialConfirmed', { from: TEXT, to: EDITED, by: DIRECTOR.person }),
      {
        stream: `case/${CASE}`,
        type: 'TextSettled',
        data: {
          subject: 'scheme',
          from: TEXT,
          to: EDITED,
          how: 'editorial',
          keeps: ['adopt'],
          by: DIRECTOR.person,
        },
      },
    ]);
  });

  test('then what the gate decided stands for it, and it can be signed, numbered and issued', () => {
    const { decision } = numbered(confirmed(), EDITED).when(OFFICE, publishIssue, [
      ISSUE,
      { text: EDITED, on: ON },
    ]);
    expect(decision).not.toHaveProperty('refusal');
    numbered(confirmed(), EDITED)
      .when(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: ON }])
      .refused('issue.same-text');
  });

  test('a number is more than editorial: it goes back to whoever decided', () => {
    const edits = [{ ...EDIT, replacement: '方案36项' }];
    drafted()
      .when(OFFICE, editIssue, [ISSUE, { base: TEXT, edits }])
      .refused('issue.editorial');
  });

  test('a number is never editorial, whatever class the procedure gives to numbers', () => {
    const edits = [{ ...EDIT, replacement: '方案36项' }];
    const { history, definitions } = drafted();
    const classes = [{ id: 'light', title: '轻微修改', gates: [] }];
    const plan = { ...Object(definitions['plan']), amendments: { numbers: 'light', classes } };
    const light = story(history, { plan });
    light.when(OFFICE, editIssue, [ISSUE, { base: TEXT, edits }]).refused('issue.editorial');
    const { decision } = light.when(OFFICE, editIssue, [ISSUE, editing]);
    expect(decision).not.toHaveProperty('refusal');
  });

  test('who changed it confirms nothing, and may take it back', () => {
    const director = drafted().does(DIRECTOR, editIssue, [ISSUE, editing]);
    director.when(DIRECTOR, confirmEditorial, [ISSUE, { agree: true }]).refused('issue.second-person');
    director
      .when(DIRECTOR, confirmEditorial, [ISSUE, { agree: false }])
      .then([onIssue('EditorialRejected', { by: DIRECTOR.person })]);
    const { decision } = director
      .does(DIRECTOR, confirmEditorial, [ISSUE, { agree: false }])
      .when(OFFICE, editIssue, [ISSUE, editing]);
    expect(decision).not.toHaveProperty('refusal');
  });

  test('the office does not confirm; a leader does', () => {
    const other = { ...OFFICE, person: DIRECTOR.person };
    edited()
      .when(other, confirmEditorial, [ISSUE, { agree: true }])
      .refused('issue.confirms');
    const { decision } = edited().when(LEADER, confirmEditorial, [ISSUE, { agree: true }]);
    expect(decision).not.toHaveProperty('refusal');
  });

  test('one at a time, on the text as it is, and only where something changes', () => {
    edited().when(OFFICE, editIssue, [ISSUE, editing]).refused('issue.editorial-waits');
    confirmed().when(OFFICE, editIssue, [ISSUE, editing]).refused('manuscript.base');
    const same = [{ ...EDIT, replacement: '方案' }];
    drafted()
      .when(OFFICE, editIssue, [ISSUE, { base: TEXT, edits: same }])
      .refused('manuscript.nothing');
    drafted()
      .when(DIRECTOR, confirmEditorial, [ISSUE, { agree: true }])
      .refused('issue.editorial-waits');
  });

  test('what was signed before is signed once more, here or on paper', () => {
    const story = confirmed(signed());
    const { decision } = story.when(LEADER, signIssue, [ISSUE, { text: EDITED }]);
    expect(decision).not.toHaveProperty('refusal');
    const elsewhere = {
      happened: ON,
      medium: 'paper' as const,
      scan: null,
      book: '第1册第2页',
      checker: null,
    };
    const onPaper = { step: 'sign' as const, post: LEADER.post ?? '', text: EDITED, elsewhere };
    const recorded = story.when(OFFICE, recordStep, [ISSUE, onPaper]).decision;
    expect(recorded).not.toHaveProperty('refusal');
  });
});

describe('恢复审议稿', () => {
  test('makes the decided text the text of the issue again; a signature on it stands', () => {
    const story = confirmed(signed());
    story.when(OFFICE, restoreIssue, [ISSUE, why]).then([
      onIssue('IssueTextRestored', { from: EDITED, to: TEXT, by: OFFICE.person }),
      {
        stream: `case/${CASE}`,
        type: 'TextSettled',
        data: { subject: 'scheme', from: EDITED, to: TEXT, how: 'restored', keeps: [], by: OFFICE.person },
      },
    ]);
    const { decision } = story
      .does(OFFICE, restoreIssue, [ISSUE, why])
      .when(LEADER, signIssue, [ISSUE, { text: TEXT }]);
    expect(decision).toMatchObject({ refusal: { rule: 'issue.drafted' } });
  });

  test('an issue that was drafted with another text than the decided one is put right by it', () => {
    const story = drafted({ text: EDITED });
    story
      .when(OFFICE, restoreIssue, [ISSUE, why])
      .then([onIssue('IssueTextRestored', { from: EDITED, to: TEXT, by: OFFICE.person })]);
  });

  test('there is nothing to restore where the text is the decided one, or none was decided', () => {
    drafted().when(OFFICE, restoreIssue, [ISSUE, why]).refused('issue.decided-text');
    drafted({ decided: null, text: EDITED })
      .when(OFFICE, restoreIssue, [ISSUE, why])
      .refused('issue.decided-text');
  });

  test('a text that a gate wanted changed is never restored, but the changed one', () => {
    const other = refOf('另一稿');
    const closed = { stage: 'adopt', round: 1, outcome: 'mandated', text: TEXT, notices: [], sum: {} };
    const change = { subject: 'scheme', from: TEXT, to: EDITED, how: 'editorial', keeps: ['adopt'] };
    const then = { passed: 'publish', mandated: 'publish', 'not-passed': 'again', deferred: 'again' };
    drafted({ decided: null, text: other, stage: { then } })
      .but(
        `case/${CASE}`,
        { type: 'StageClosed', data: closed },
        { type: 'StageEntered', data: { stage: 'publish', round: 1, due: null, streams: [] } },
        { type: 'TextSettled', data: { ...change, by: DIRECTOR.person } },
      )
      .when(OFFICE, restoreIssue, [ISSUE, why])
      .then([onIssue('IssueTextRestored', { from: other, to: EDITED, by: OFFICE.person })]);
  });

  test('an edit keeps the length of the scheme in mind: the text that it makes is kept', () => {
    const { decision } = drafted().when(OFFICE, editIssue, [ISSUE, editing]);
    expect(decision).toMatchObject({ texts: [SCHEME.replace('方案', '计划')] });
  });
});
