import type { ThemeConfig } from 'antd';

/** Calm, dense, for official Chinese text; the fonts are those of the machine. */
const calm: ThemeConfig = {
  token: {
    colorPrimary: '#1d4f7c',
    colorLink: '#1d4f7c',
    colorError: '#b3261e',
    colorWarning: '#8a5a00',
    colorSuccess: '#226b3a',
    borderRadius: 4,
    fontSize: 15,
    fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif',
    // What waits must still be read: the default grey is below 4.5:1.
    colorTextDescription: '#5b6470',
    colorTextPlaceholder: '#6b7380',
  },
};

const large: ThemeConfig = { token: { ...calm.token, fontSize: 20, controlHeight: 60, controlHeightLG: 64 } };

/** @param isElder 长辈模式 */
export const themeFor = (isElder: boolean): ThemeConfig => (isElder ? large : calm);
