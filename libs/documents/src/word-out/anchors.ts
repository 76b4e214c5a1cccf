/** What the name of a bookmark begins with that carries a node id; the line in front of it hides it in Word and WPS. */
const ANCHOR = '_md_';

/** The bookmark of a node. */
export const bookmarkOf = (node: string): string => `${ANCHOR}${node}`;
