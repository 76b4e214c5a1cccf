import { dayWords, dutySheet } from '@mouding/documents';
import { asked } from '../queries/reader.ts';
import { chargedWords } from './owner.ts';
import { said, sourceOf, wordsOf, type Maker, type View } from './view.ts';

const SHEET: Maker = {
  key: 'duty',
  title: '督办单',
  there: () => true,
  async make(view) {
    const { reader, house } = view;
    const context = await asked(reader, (known) => known.state('duty', view.id)?.context);
    if (!context) throw new Error(`duty/${view.id} is not there`);
    const meetingId = context.meeting.slice('meeting/'.length);
    const at = await asked(reader, (known) => known.state('meeting', meetingId)?.context.at ?? '');
    const given = wordsOf(view, 'DutyGiven')[0]?.said;
    return {
      paper: dutySheet({
        source: await sourceOf(view, null),
        label: view.seen?.label ?? '督办事项',
        from: `${house.body(context.bodyKey)}${at === '' ? '' : `（${dayWords(at)}）`}`,
        owner: chargedWords(house, context.owner),
        due: `${dayWords(context.due)}（含当日）`,
        extended: context.extended.map(dayWords),
        standing: view.seen?.words ?? '',
        wording: said(given, 'wording'),
        reports: reportsOf(view),
      }),
    };
  },
};

const reportsOf = (view: View): readonly { readonly on: string; readonly words: string | null }[] =>
  view.entries
    .filter(({ type }) => type === 'DutyReported')
    .map((entry) => ({
      on: dayWords(entry.at),
      words: said(
        wordsOf(view, 'DutyReported').find(({ version }) => version === entry.version)?.said,
        'report',
      ),
    }));

export const DUTY_PAPERS: readonly Maker[] = [SHEET];
