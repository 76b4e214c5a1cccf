import { z } from 'zod';
import { Said } from './said.ts';

/** The answer to whoever asked for a token. It stands nowhere else: who loses it takes another. */
export const OpinionToken = z
  .strictObject({ token: z.string().meta({ description: '一次性凭证，仅显示这一次 · shown this once' }) })
  .meta({ id: 'OpinionToken', description: '不署名意见凭证 · a token for one unsigned opinion' });
export type OpinionToken = z.infer<typeof OpinionToken>;

/** The answer to an unsigned opinion. */
export const UnsignedReceived = z
  .strictObject({ received: z.literal(true), said: Said })
  .meta({ id: 'UnsignedReceived', description: '不署名意见已收到 · the unsigned opinion was received' });
export type UnsignedReceived = z.infer<typeof UnsignedReceived>;

export const UNSIGNED_RECEIVED: UnsignedReceived = {
  received: true,
  said: {
    zh: '意见已收到，将于当日终了或征求意见截止时与其他不署名意见一并登记',
    en: 'Received; it is recorded together with others at the end of the day or when the consultation closes',
  },
};

/** What is stored about an unsigned opinion, for whoever is about to give one. */
export const Anonymity = z
  .strictObject({ kept: z.array(Said), not: z.array(Said), remains: z.array(Said) })
  .meta({ id: 'Anonymity', description: '不署名意见的留存说明 · what is kept, what is not, what remains' });
export type Anonymity = z.infer<typeof Anonymity>;

const both = (zh: string, en: string): z.infer<typeof Said> => ({ zh, en });

/** Says no more than is so: what is done, what is not done, and what nobody can promise. */
export const ANONYMITY: Anonymity = {
  kept: [
    both(
      '意见的位置、原文和内容，加密保存；规划办、院领导和审计（纪检）可以阅看',
      'The place, the passage and the words of the opinion, encrypted; the planning office, the leaders and the auditors can read them',
    ),
    both('提交的日期，不含时刻', 'The day on which it was given, not the hour'),
    both(
      '您在本次征求意见中领取过几个凭证：不记领取的是哪一个，不记时间和先后；征求意见结束后删除',
      'How many tokens you took for this consultation: not which, not when, not in what order; deleted when the consultation is over',
    ),
    both(
      '凭证的摘要及是否已使用，用以防止重复使用；与领取人、与意见均无关联',
      'The digest of each token and whether it was used, so that none is used twice; linked neither to who took it nor to the opinion',
    ),
  ],
  not: [
    both(
      '提交意见时不读取登录信息，不记录账号、网络地址、设备和请求编号',
      'Giving the opinion reads no session and records no account, network address, device or number of a request',
    ),
    both(
      '意见不逐条即时登记：每日终了或截止时打乱次序一并登记，登记的先后不反映提交的先后',
      'Opinions are not recorded one by one: they are shuffled and recorded together at the end of the day or at the close, so that their order tells nothing',
    ),
  ],
  remains: [
    both(
      '征求意见期间，能够读取数据库的人可以看到谁领取过凭证；领取的人很少时，范围随之缩小',
      'While the consultation runs, whoever can read the database sees who took a token; where few did, that narrows it down',
    ),
    both(
      '行文习惯和只有少数人知道的情况可能显露身份，请自行斟酌',
      'A way of writing, or what only a few people know, may give you away',
    ),
    both(
      '某日只有一人提交时，日期本身即可缩小范围；职工人数少的单位尤其如此',
      'When one person alone gives an opinion on a day, or in a small house, the day itself narrows it down',
    ),
    both(
      '能够实时监看服务器、数据库文件或网络的人，可以把领取、提交的时刻与操作人对应；系统不记录，但不能阻止旁观',
      'Whoever watches the server, the files of the database or the network while it happens can see who is active when; the system does not record it, and cannot keep anyone from looking',
    ),
    both(
      '数据库的原始文件和备份在清理之前，可能残留已删除行的痕迹',
      'Raw files and backups of the database may hold traces of deleted rows until they are cleaned up',
    ),
    both(
      '不署名意见无法单独答复，也不能撤回',
      'An unsigned opinion can neither be answered by itself nor be taken back',
    ),
  ],
};
