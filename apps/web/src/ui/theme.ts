import type { ThemeConfig } from 'antd';

/** Calm, dense, for official Chinese text; the fonts are those of the page. */
const calm: ThemeConfig = {
  token: {
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
    fontSize: 15,
    fontFamily: 'inherit',
    // What waits must still be read: the default grey is below 4.5:1.
    colorTextDescription: '#5b6470',
    colorTextPlaceholder: '#6b7380',
  },
  components: { Button: { contentFontSizeLG: 16 }, Switch: { trackHeight: 28, handleSize: 24 } },
};

const large: ThemeConfig = {
  ...calm,
  token: { ...calm.token, fontSize: 20, controlHeight: 60, controlHeightLG: 64 },
  components: { ...calm.components, Button: { contentFontSizeLG: 22 } },
};

/** @param isElder 长辈模式 */
export const themeFor = (isElder: boolean): ThemeConfig => (isElder ? large : calm);
