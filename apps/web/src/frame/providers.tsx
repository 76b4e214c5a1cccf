import {
  MutationCache,
  QueryCache,
  QueryClient,
  QueryClientProvider,
  type QueryKey,
} from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useState, type ReactNode } from 'react';
import { failureOf } from '../api/failure.ts';
import { meQuery } from '../api/queries.ts';
import { Eldering, useElder } from '../ui/elder.tsx';
import { themeFor } from '../ui/theme.ts';
import { Speaking, useSpeech } from '../words/language.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

/** A refusal is an answer: only what brought none is asked again. */
const isWorthAnother = (failures: number, error: Error): boolean =>
  failures < 2 && failureOf(error).kind === 'offline';

/** Whatever hears that nobody is signed in any longer leads to the door. */
function openQueries(queryKey: QueryKey): QueryClient {
  const heard = (error: Error): void => {
    if (failureOf(error).kind === 'signed-out' && queries.getQueryState(queryKey)?.status !== 'error')
      void queries.invalidateQueries({ queryKey });
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: heard }),
    mutationCache: new MutationCache({ onError: heard }),
    defaultOptions: { queries: { retry: isWorthAnother, staleTime: 30_000 } },
  });
  return queries;
}

interface ProvidersProps {
  readonly children: ReactNode;
  /** Of the question who is signed in. */
  readonly who?: QueryKey;
}

/** What every screen stands on: the language, the look, and what was fetched. */
export const Providers = ({ children, who = meQuery.queryKey }: ProvidersProps) => {
  const [queries] = useState(() => openQueries(who));
  return (
    <QueryClientProvider client={queries}>
      <Speaking>
        <Eldering>
          <Dressed>{children}</Dressed>
        </Eldering>
      </Speaking>
    </QueryClientProvider>
  );
};

function Dressed({ children }: { readonly children: ReactNode }) {
  const { language } = useSpeech();
  const { isElder } = useElder();
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={themeFor(isElder, root)}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
