import { createContext, use, useState, type ReactNode } from 'react';

const KEPT = 'mouding.elder';

interface Elder {
  readonly isElder: boolean;
  readonly turn: (on: boolean) => void;
}

const ElderContext = createContext<Elder>({ isElder: false, turn: () => undefined });

/**
 * 长辈模式: larger type, larger targets, fewer columns; kept on this machine.
 *
 * @source 工业和信息化部 移动互联网应用（APP）适老化通用设计规范: main text ≥ 18, targets ≥ 60
 */
export function Eldering({ children }: { readonly children: ReactNode }) {
  const [isElder, setElder] = useState(() => localStorage.getItem(KEPT) === 'on');
  document.documentElement.dataset['elder'] = isElder ? 'on' : 'off';
  const turn = (on: boolean): void => {
    localStorage.setItem(KEPT, on ? 'on' : 'off');
    setElder(on);
  };
  return <ElderContext value={{ isElder, turn }}>{children}</ElderContext>;
}

export const useElder = (): Elder => use(ElderContext);
