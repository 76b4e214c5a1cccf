/** Where the screen of a thing is: `/v1/chapters/…` is shown at `/chapters/…`, a case at `/plans/…`. */
export const screenOf = (href: string): string =>
  href.replace(/^\/v1/u, '').replace(/^\/cases\//u, '/plans/');

/** Where something that is owed is done: opinions and indicators have their own desk, all else its own screen. */
export function deskOf(plan: string, href: string): string {
  const [, , plural = '', id = ''] = href.split('/');
  if (plural === 'opinions') return `/plans/${plan}/opinions?open=${id}`;
  return plural === 'indicators' ? `/plans/${plan}/indicators` : screenOf(href);
}
