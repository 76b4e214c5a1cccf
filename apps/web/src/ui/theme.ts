import type { ThemeConfig } from 'antd';

/** Calm, dense, for official Chinese text; the fonts are those of the page. */
const COLOURS: ThemeConfig['token'] = {
  colorPrimary: '#1d4f7c',
  colorLink: '#1d4f7c',
  colorError: '#b3261e',
  colorWarning: '#8a5a00',
  colorSuccess: '#226b3a',
  // Dark signs, but light grounds: what antd derives from a dark sign is mud.
  colorErrorBg: '#fdeceb',
  colorErrorBorder: '#e3a9a4',
  colorWarningBg: '#fff6e5',
  colorWarningBorder: '#dfc48f',
  colorSuccessBg: '#e9f4ec',
  colorSuccessBorder: '#a3c9af',
  colorInfoBg: '#eaf1f7',
  colorInfoBorder: '#a9c2d8',
  borderRadius: 4,
  fontFamily: 'inherit',
  // What waits must still be read: the default grey is below 4.5:1.
  colorTextDescription: '#5b6470',
  colorTextPlaceholder: '#6b7380',
  // The words of a button that works, which the pointer still lies over, would be paler than that at two thirds.
  opacityLoading: 1,
};

/** In parts of the text size of the root; what is pressed grows with its words. */
interface Sizes {
  readonly text: number;
  readonly large: number;
  readonly control: number;
  readonly controlLarge: number;
}

const CALM: Sizes = { text: 0.9375, large: 1, control: 2, controlLarge: 2.5 };
const ELDER: Sizes = { text: 1, large: 1.1, control: 3, controlLarge: 3.2 };

/**
 * Whoever sets larger text in the browser has it everywhere.
 *
 * @param isElder 长辈模式
 * @param root the text size of the root, in pixels
 */
export function themeFor(isElder: boolean, root: number): ThemeConfig {
  const { text, large, control, controlLarge } = isElder ? ELDER : CALM;
  return {
    token: {
      ...COLOURS,
      fontSize: text * root,
      controlHeight: control * root,
      controlHeightLG: controlLarge * root,
    },
    components: {
      Button: { contentFontSizeLG: large * root },
      Switch: { trackHeight: 28, handleSize: 24 },
    },
  };
}
