import { bilingual } from './language.tsx';

/** Words of the gallery of ui parts. */
export const GALLERY = bilingual(
  {
    title: '界面部件',
    lead: '页面共用的部件及其各种状态，供设计和测试查看；数据均为虚构。',
    parts: {
      due: '期限',
      empty: '空状态',
      loading: '加载中',
      failure: '出错',
      opinion: '意见框',
      drop: '选择文件',
      text: '正文与改动',
    },
    emptyTitle: '没有待办',
    emptyWhy: '轮到您办理的事项会出现在这里。',
    opinion: '审签意见',
    phrases: ['同意。', '已阅。'],
    hint: 'Word、WPS、PDF、扫描件或照片。',
    before: '到2030年，床位达到80张，优势病种达到40个。',
    after: '到2030年，床位达到95张，优势病种达到45个，并按年度分解。',
    refused: '意见尚未全部反馈，不能结束征求意见',
    needs: '还有19个科室未反馈',
  },
  {
    title: 'Parts of the page',
    lead: 'What all screens share, in each of its states, for designers and tests; the data is invented.',
    parts: {
      due: 'Due dates',
      empty: 'Nothing there',
      loading: 'Loading',
      failure: 'Failures',
      opinion: 'Opinion',
      drop: 'Choosing a file',
      text: 'Text and changes',
    },
    emptyTitle: 'Nothing to do',
    emptyWhy: 'What awaits you appears here.',
    opinion: 'Opinion',
    phrases: ['Agreed.', 'Seen.'],
    hint: 'Word, WPS, PDF, a scan or a photograph.',
    before: 'By 2030 there are 80 beds and 40 special conditions.',
    after: 'By 2030 there are 95 beds and 45 special conditions, divided by year.',
    refused: 'Not every department has replied: the consultation cannot be closed',
    needs: '19 departments have not replied',
  },
);
