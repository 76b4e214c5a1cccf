import type { EChartsCoreOption } from 'echarts/core';

export interface Series {
  readonly name: string;
  /** One value a label; null where there is none. */
  readonly values: readonly (number | null)[];
}

export interface Bars {
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Said by a screen reader in place of the picture; the table says all of it. */
  readonly description: string;
}

const INK = '#1b2430';
const SOFT = '#5b6470';
/** As the page's own: what a label needs is measured before it is drawn. */
const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif';
const COLOURS = ['#1d4f7c', '#b7791f', '#226b3a', '#7a3b8f'];

/** Room for one label, in points of the screen. */
const ROW = 28;

export const heightOf = ({ labels, series }: Bars): number =>
  labels.length * ROW * Math.max(1, series.length * 0.7) + 72;

/** Lying bars: Chinese names stand beside them whole. Patterns tell the series apart as well as colours. */
export function barOption({ labels, series, description }: Bars): EChartsCoreOption {
  return {
    animation: false,
    color: COLOURS,
    textStyle: { color: INK, fontFamily: FONT },
    aria: { enabled: true, label: { description }, decal: { show: series.length > 1 } },
    grid: { left: 24, right: 48, top: series.length > 1 ? 40 : 12, bottom: 8, containLabel: true },
    legend: { show: series.length > 1, left: 0, top: 0, itemGap: 24 },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { color: SOFT } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...labels],
      axisTick: { show: false },
      axisLabel: { color: INK, width: 160, overflow: 'truncate' },
    },
    series: series.map(({ name, values }) => ({
      type: 'bar',
      name,
      data: [...values],
      barMaxWidth: 16,
      label: { show: true, position: 'right', color: INK },
    })),
  };
}

/** A course over years: last plan, present, target. */
export function lineOption({ labels, series, description }: Bars): EChartsCoreOption {
  return {
    animation: false,
    color: COLOURS,
    textStyle: { color: INK, fontFamily: FONT },
    aria: { enabled: true, label: { description }, decal: { show: true } },
    grid: { left: 8, right: 32, top: series.length > 1 ? 40 : 24, bottom: 8, containLabel: true },
    legend: { show: series.length > 1, left: 0, top: 0, itemGap: 24 },
    xAxis: { type: 'category', data: [...labels], axisLabel: { color: INK } },
    yAxis: { type: 'value', scale: true, axisLabel: { color: SOFT } },
    series: series.map(({ name, values }) => ({
      type: 'line',
      name,
      data: [...values],
      symbolSize: 9,
      connectNulls: true,
      label: { show: true, position: 'top', color: INK },
    })),
  };
}
