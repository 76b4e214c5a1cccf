import type { ReactNode } from 'react';
import { useWords } from '../words/language.tsx';
import './bare.css';
import { OtherLanguage } from './other-language.tsx';

/** A page for whoever comes without a session: one column below the name of the product and the other language. */
export function Bare({ children }: { readonly children: ReactNode }) {
  const { product } = useWords();
  return (
    <div className="bare">
      <div className="bare-top">
        <span className="brand">{product}</span>
        <OtherLanguage />
      </div>
      {children}
    </div>
  );
}
