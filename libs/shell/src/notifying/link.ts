import { workPage } from '@mouding/contract';

/**
 * Where what a message tells of is worked on; the server leads from there to the desk or to the page that fits a phone,
 * whichever the mail is read on. It only opens a screen; whoever is not signed in signs in there and stays at the same
 * address.
 *
 * @param page the address that people open
 */
export const linkTo = (page: string, owed: { readonly stream: string; readonly verb: string }): string =>
  `${page.replace(/\/+$/, '')}/go${workPage(owed)}`;
