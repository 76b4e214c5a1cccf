import { bilingual } from './language.tsx';

/** The document on which something rests. */
export const AUTHORISED = bilingual(
  {
    legend: '批准文件及决议',
    title: '文件名称',
    number: '文号、会议届次',
    resolution: '决议（会议）',
    none: '不引用会议',
    scan: '扫描件',
    scanHint: '盖章的批准文件，PDF、图片均可。',
    scanHere: '已上传',
    leads: '写明文件名称，并写明文号、会议届次，或附扫描件、决议。',
    case: '所属规划',
  },
  {
    legend: 'Authorising document and resolution',
    title: 'Title of the document',
    number: 'Its number',
    resolution: 'Resolution (meeting)',
    none: 'No meeting',
    scan: 'Scan',
    scanHint: 'The stamped paper as PDF or picture.',
    scanHere: 'Uploaded',
    leads: 'Give the title, and its number, a scan or the resolution.',
    case: 'Plan',
  },
);
