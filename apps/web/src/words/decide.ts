import { bilingual } from './language.tsx';

/** What the page of a request, a review, a mandate or an issue says to whoever decides on it. */
export const DECIDE = bilingual(
  {
    bar: '办理',
    others: '其他可办事项',
    slip: '代录签批',
    will: (as: string, verb: string, label: string) => `您将以${as}身份${verb}：${label}`,
    nothing: '目前没有需要您办理的。',
    files: '原件与附件',
    offline: '网络已断开，恢复后再办理；您写的内容还在。',
    cannot: '暂不能办理',
  },
  {
    bar: 'Act',
    others: 'Other things to do',
    slip: 'Enter a signed slip',
    will: (as: string, verb: string, label: string) => `As ${as} you ${verb}: ${label}`,
    nothing: 'Nothing waits for you here.',
    files: 'Originals and attachments',
    offline: 'No network: act once it is back. What you wrote is kept.',
    cannot: 'Not possible now',
  },
);
