import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { dataOf } from '../../api/answer.ts';
import { failureOf } from '../../api/failure.ts';
import { client } from '../../api/generated/client.gen.ts';
import type { OpinionToken } from '../../api/generated/types.gen.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { useSaid } from '../../words/language.tsx';
import { UNSIGNED } from '../../words/unsigned.ts';
import { SignIn } from '../sign-in/sign-in.tsx';
import { useSignedInAgain } from './use-signed-in-again.ts';

interface TakeTokenProps {
  readonly id: string;
  readonly onToken: (token: string) => void;
}

/** A write is JSON, also where there is nothing to say. */
const take = (id: string) =>
  client.post<{ 201: OpinionToken }, unknown>({
    url: `/v1/consultations/${id}/tokens`,
    body: {},
    headers: { 'Content-Type': 'application/json' },
  });

/** One token for whoever belongs to the house. Whoever is not signed in does so here, and comes back to this place. */
export function TakeToken({ id, onToken }: TakeTokenProps) {
  const words = useSaid(UNSIGNED);
  const taking = useMutation({
    mutationFn: () => dataOf(take(id)),
    onSuccess: ({ token }) => onToken(token),
  });
  const failure = taking.error === null ? null : failureOf(taking.error);
  const isOut = failure?.kind === 'signed-out';
  useSignedInAgain(isOut, () => taking.mutate());
  if (isOut) return <SignIn />;
  if (failure?.kind === 'problem' && failure.status === 404)
    return <EmptyState title={words.gone} why={words.goneWhy} />;
  return (
    <section className="sheet unsigned-step" aria-label={words.step1}>
      <h2>{words.step1}</h2>
      <p>{words.step1Why}</p>
      <Button type="primary" size="large" loading={taking.isPending} onClick={() => taking.mutate()}>
        {words.take}
      </Button>
      {taking.error !== null && <FailureState error={taking.error} />}
    </section>
  );
}
