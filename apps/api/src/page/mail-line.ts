import type { MessagePage } from '@mouding/contract';
import { html, type Html, type Language } from '@mouding/shell';
import { speaking } from './layout.ts';

/** How messages to people go, in one line for those who look after them; nothing for all others. */
export function mailLine(language: Language, outbox: MessagePage | null): Html | null {
  if (!outbox) return null;
  const say = speaking(language);
  const { counts, configured } = outbox;
  const parts = (
    [
      ['queued', '待发', 'queued'],
      ['sent-unsure', '可能已发', 'may have been sent'],
      ['bounced', '退信', 'bounced'],
      ['no-address', '未登记地址', 'without an address'],
    ] as const
  ).flatMap(([state, zh, en]) => (counts[state] ? [`${say(zh, en)} ${counts[state]}`] : []));
  return html`<p class="soft">
    ${say('邮件通知', 'Mail')}：${configured ? null : html`<strong>${say('未配置发信服务器，暂不发送。', 'no mail server is configured, nothing is sent.')}</strong> `}
    ${parts.length === 0 ? say('没有待处理的通知', 'nothing waits') : parts.join('，')} （<a
      href="/v1/messages"
      >/v1/messages</a
    >）
  </p>`;
}
