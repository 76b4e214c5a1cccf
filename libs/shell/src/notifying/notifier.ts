/** A message on its way to one person. */
export interface OutgoingMessage {
  /** Checked by {@link mailAddress} or its like of the channel. */
  readonly address: string;
  /** `left@right`, the same in every attempt: whoever gets a message twice can tell. */
  readonly messageId: string;
  readonly subject: string;
  readonly body: string;
}

/** What became of an attempt. `said` is for the office: short, and never the text of the message. */
export type Delivery =
  /** The other side took it over. */
  | { readonly kind: 'sent' }
  /** This address will never take it: nobody tries again by itself. */
  | { readonly kind: 'refused'; readonly said: string }
  /** Not this message, not now. */
  | { readonly kind: 'later'; readonly said: string }
  /** It may have been taken over: it is sent again under the same id. */
  | { readonly kind: 'unsure'; readonly said: string }
  /** Nobody was there to give it to: no fault of this message, and the others need not try either. */
  | { readonly kind: 'unreachable'; readonly said: string };

/** A way of reaching people. E-mail is one; a short message, a work chat or the to-do list of an OA are others. */
export interface Notifier {
  /** The name of the channel in the table of contacts. */
  readonly channel: string;
  /** Tries once and answers what became of it. Never throws for what the other side does. */
  deliver(message: OutgoingMessage): Promise<Delivery>;
  close(): void;
}
