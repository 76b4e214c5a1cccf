import { bilingual } from './language.tsx';

/** 归档包, on its way to whoever asked for it. */
export const ARCHIVE = bilingual(
  {
    export: '导出归档包',
    hint: '目录、文件、扫描件、核验数据和核验工具，一个压缩文件，可离线核验。',
    making: (megabytes: string) => `正在生成，已收到${megabytes}兆字节`,
    cancel: '取消',
    done: (name: string, megabytes: string) =>
      `已保存“${name}”（${megabytes}兆字节）。解压后双击“核验.html”核验。`,
    cancelled: '已取消，未保存任何文件。',
    offline: '目前离线，联网后可导出。',
  },
  {
    export: 'Export the archive',
    hint: 'Index, papers, scans, the data to check them by and the checker, in one zip that is checked offline.',
    making: (megabytes: string) => `Being made, ${megabytes} MB so far`,
    cancel: 'Cancel',
    done: (name: string, megabytes: string) =>
      `Saved as ${name} (${megabytes} MB). Unpack it and double-click 核验.html to check it.`,
    cancelled: 'Cancelled; nothing was saved.',
    offline: 'You are offline; it can be exported once you are back.',
  },
);
