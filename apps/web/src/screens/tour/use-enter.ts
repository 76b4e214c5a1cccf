import { useMutation } from '@tanstack/react-query';
import type { DemoVisit } from '@mouding/contract';
import { dataOf } from '../../api/answer.ts';
import { signIn } from '../../api/generated/sdk.gen.ts';
import { rememberEntered } from '../../frame/use-entering.ts';

interface Way {
  readonly visit: DemoVisit;
  /** Below the face; absent for the first screen. */
  readonly path?: string;
}

/** Signs in as somebody of the demo and goes to their face of the page. */
export const useEnter = () =>
  useMutation({
    mutationFn: ({ visit: { institution, login, password } }: Way) =>
      dataOf(signIn({ body: { institution: institution.code, login, password } })),
    onSuccess: (_, { visit: { institution, face }, path = '' }) => {
      rememberEntered(institution.code);
      location.assign(`/${face}${path}`);
    },
  });
