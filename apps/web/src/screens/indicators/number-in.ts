/** The number that a figure of official text begins with (“550张”, “≥65”, “1,200”); null where it says none. */
export function numberIn(figure: string | null): number | null {
  const found = /-?\d[\d,]*(?:\.\d+)?/u.exec((figure ?? '').normalize('NFKC'));
  return found ? Number(found[0].replaceAll(',', '')) : null;
}
