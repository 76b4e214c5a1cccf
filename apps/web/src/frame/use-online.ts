import { useSyncExternalStore } from 'react';

function listen(tell: () => void): () => void {
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
}

/** Whether this machine has a network at all; that the server answers is another matter. */
export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine);
