/** What an item is called, in its two parts: the text, and the stage in which it is heard. */
export interface ItemTitle {
  readonly text: string;
  /** Null where the title names none. */
  readonly stage: string | null;
}

/** Parts the title of an item as notices of meeting write it: `《…规划》（规划文稿）（院长办公会研究）`. */
export function itemTitle(title: string): ItemTitle {
  const found = /^(.+）)（([^（）]+)）$/u.exec(title);
  return found ? { text: found[1] ?? title, stage: found[2] ?? null } : { text: title, stage: null };
}
