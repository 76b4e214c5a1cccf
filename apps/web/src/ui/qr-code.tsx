import { create } from 'qrcode';
import { useMemo } from 'react';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** The white border that a camera needs around the code, in modules. */
const QUIET = 4;

/** The code as one path of squares, so that it prints sharply at any size. */
function squares(text: string): { readonly size: number; readonly d: string } {
  const { size, data } = create(text).modules;
  const dark = Array.from(data, (bit, at) =>
    bit === 1 ? `M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z` : '',
  );
  return { size: size + 2 * QUIET, d: dark.join('') };
}

/** A text to be read by a camera. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, d } = useMemo(() => squares(text), [text]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={d} fill="#000" />
    </svg>
  );
}
