/** The same without one of its fields. */
export const without = <T>(fields: Readonly<Record<string, T>>, field: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== field));
