// What Chrome 109 lacks of what the libraries use. Loaded before them; a newer browser keeps its own.

/** Gives a method to whatever has none of this name. */
function give(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

give(Array.prototype, 'toSorted', function (this: unknown[], order?: (a: unknown, b: unknown) => number) {
  return [...this].sort(order);
});
give(Array.prototype, 'toReversed', function (this: unknown[]) {
  return [...this].reverse();
});
give(Array.prototype, 'toSpliced', function (this: unknown[], at: number, count: number, ...put: unknown[]) {
  const copy = [...this];
  copy.splice(at, count, ...put);
  return copy;
});
give(Array.prototype, 'with', function (this: unknown[], at: number, value: unknown) {
  const copy = [...this];
  copy[at < 0 ? copy.length + at : at] = value;
  return copy;
});
give(Map, 'groupBy', (all: Iterable<unknown>, keyOf: (one: unknown, at: number) => unknown) => {
  const groups = new Map<unknown, unknown[]>();
  let at = 0;
  for (const one of all) {
    const key = keyOf(one, at++);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
});
give(String.prototype, 'isWellFormed', function (this: string) {
  return !/\p{Surrogate}/u.test(String(this));
});
give(String.prototype, 'toWellFormed', function (this: string) {
  return String(this).replace(/\p{Surrogate}/gu, '\ufffd');
});
give(Set.prototype, 'union', function (this: Set<unknown>, other: Iterable<unknown>) {
  return new Set([...this, ...other]);
});
