import { randomUUID } from 'node:crypto';

/** One decision as JSON, about 480 bytes: the same for every store that is compared. */
export function payload(i: number): Payload {
  return {
    decision: i % 3 ? 'approve' : 'reject',
    actor: { id: `u-${i % 997}`, role: 'dept-head', org: `h-${i % 5000}` },
    doc: { id: randomUUID(), kind: 'purchase', amount: '12345.67', currency: 'CNY' },
    step: 'dept-review',
    round: 1 + (i % 4),
    rule: { chapter: (i % 11) + 1, section: 3, version: '2026-07-01' },
    comment: '同意，请按规定流程办理。预算科目已核对，附件齐全。',
    at: '2026-11-22T03:50:58.907Z',
    corr: randomUUID(),
    deleg: null,
  };
}

type Member = string | number | null | { readonly [key: string]: string | number };
type Payload = { readonly [key: string]: Member };
