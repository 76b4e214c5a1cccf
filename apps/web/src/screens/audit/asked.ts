/** What an address of this service asks for, as people call it; the first part that fits. */
const ASKED: readonly (readonly [RegExp, string])[] = [
  [/\/timeline/, 'timeline'],
  [/\/cases\/[^/]+\/state/, 'state'],
  [/\/cases\/[^/]+\/access/, 'access'],
  [/\/difference/, 'difference'],
  [/\/decisions/, 'decisions'],
  [/\/ancestry/, 'ancestry'],
  [/\/conformance/, 'conformance'],
  [/\/refusals/, 'refusals'],
  [/\/questions\//, 'answer'],
  [/\/questions/, 'questions'],
  [/\/evidence-sheets/, 'sheet'],
  [/\/verification/, 'verification'],
  [/\/readings/, 'readings'],
  [/\/(?:entries|streams|log)/, 'entries'],
  [/\/(?:accesses|accounts|organisation)/, 'security'],
  [/\/cases/, 'cases'],
  [/\/letters/, 'letters'],
  [/\/session/, 'session'],
];

/** What was read, in words; what it was narrowed to stays in the institution's own log. */
export function asked(detail: string, words: Readonly<Record<string, string>>): string {
  const found = ASKED.find(([address]) => address.test(detail));
  return words[found?.[1] ?? 'other'] ?? '';
}
