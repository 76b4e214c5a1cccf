import { toBase64 } from '@mouding/evidence';
import type { StoredCheckpoint } from '@mouding/ledger';
import { checkpointFile } from './published.ts';

/** A mail with the head of a log, to somebody outside who keeps it. */
export interface HeadMail {
  readonly messageId: string;
  readonly subject: string;
  readonly body: string;
}

/** Whose head, of which day of Beijing. */
export interface HeadOfDay {
  readonly institution: { readonly id: string; readonly name: string };
  readonly day: string;
  readonly checkpoint: StoredCheckpoint;
  /** The right half of the Message-ID. */
  readonly domain: string;
}

/**
 * 记录链校验值 of a day. Whoever keeps these mails can show later that the record began as it was then; the id is the same
 * however often the mail of a day is sent.
 */
export function headMail({ institution: { id, name }, day, checkpoint, domain }: HeadOfDay): HeadMail {
  const { origin, size, root } = checkpoint;
  return {
    messageId: `head.${id}.${day}@${domain}`,
    subject: `${name} ${day} 记录链校验值（${size} 条）`,
    body: [
      `${name}的办理记录截至${day}共 ${size} 条，根散列值 ${toBase64(root)}。`,
      '请留存本邮件。日后可凭以下检查点，以任何支持 C2SP 格式的工具核对记录是否只增不改。',
      '',
      `The record ${origin} has ${size} entries as of ${day}. Please keep this mail: with the checkpoint below, any tool that reads the formats of C2SP can tell later whether the record only grew.`,
      '',
      checkpointFile(checkpoint),
    ].join('\n'),
  };
}
