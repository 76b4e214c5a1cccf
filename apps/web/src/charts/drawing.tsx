import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer]);

interface DrawingProps {
  readonly option: EChartsCoreOption;
  /** In points of the screen. */
  readonly height: number;
  readonly label: string;
}

/** The picture alone; it follows the width of its place. */
export function Drawing({ option, height, label }: DrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    const chart = init(current, null, { renderer: 'svg' });
    chart.setOption(option);
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div ref={place} className="chart-place" role="img" aria-label={label} style={{ height }} />;
}

export default Drawing;
