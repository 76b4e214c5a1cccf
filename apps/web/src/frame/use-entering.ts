import { useMutation, useQueryClient } from '@tanstack/react-query';

/** The institution to which somebody signed in from this browser. */
const LAST = 'mouding.institution';

/** The code of the institution that was entered last; null where none was. */
export const lastEntered = (): string | null => localStorage.getItem(LAST);

export const rememberEntered = (institution: string): void => localStorage.setItem(LAST, institution);

/** Signs in, remembers where, and asks everything anew. */
export function useEntering<Request extends { readonly institution: string }>(
  enter: (request: Request) => Promise<unknown>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: enter,
    onSuccess: (_, { institution }) => {
      rememberEntered(institution);
      return queries.resetQueries();
    },
  });
}
