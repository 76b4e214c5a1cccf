import { useEffect, useState } from 'react';

const PATIENCE_MS = 300;

/** Keeps the room of what is coming; shows nothing for answers that come at once. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" aria-busy="true" style={{ minHeight: `${rows * 3}rem` }}>
      {late && Array.from({ length: rows }, (_, i) => <div key={i} className="loading-row" aria-hidden />)}
    </div>
  );
}
