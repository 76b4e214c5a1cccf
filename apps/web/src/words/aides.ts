import { bilingual } from './language.tsx';

/** Who enters what a leader signed on paper. */
export const AIDES = bilingual(
  {
    lead: '登记的秘书可以凭签批后的送签单、发文稿纸照片代录该院领导的审定、审阅意见和签发（代录签批），本科室参与撰写的文稿除外；院领导随即收到通知，可以核对、更正。秘书不能代为审定、表决。',
    leader: '院领导',
    post: '秘书岗位',
    status: '状态',
    statuses: { waiting: '待院领导确认', standing: '已登记' },
    do: '办理',
    confirm: '确认',
    decline: '不确认',
    end: '解除',
    none: '还没有登记院领导秘书',
    noneWhy: '未登记时，签批后的送签单由规划办代录。',
  },
  {
    lead: 'A registered secretary may enter from a photograph what the leader signed on paper: approval of a chapter, an opinion in a review, the signature for issue; not of texts that the secretary’s own department wrote in. The leader is told at once and may correct it. A secretary neither decides nor votes for the leader.',
    leader: 'Leader',
    post: 'Post of the secretary',
    status: 'State',
    statuses: { waiting: 'waits for the leader', standing: 'registered' },
    do: 'Do',
    confirm: 'Confirm',
    decline: 'Decline',
    end: 'End',
    none: 'No secretary is registered',
    noneWhy: 'Until one is, the planning office enters signed slips.',
  },
);
