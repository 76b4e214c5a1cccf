/** Upper bounds of the buckets of durations, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

interface Series {
  count: number;
  sum: number;
  readonly buckets: number[];
}

/** A value that is looked up when somebody asks. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  /** Values by their label, `''` for one without. */
  read(): Readonly<Record<string, number>> | Promise<Readonly<Record<string, number>>>;
  readonly label?: string;
}

/** Counts answers by method, route and status. A route is a pattern of ours: no id, no word of a person. */
export class HttpMetrics {
  private readonly series = new Map<string, Series>();
  private readonly gauges: Gauge[] = [];

  answered(method: string, route: string, status: number, seconds: number): void {
    const labels = `method="${quoted(method)}",route="${quoted(route)}",status="${status}"`;
    const known = this.series.get(labels);
    const series = known ?? { count: 0, sum: 0, buckets: BOUNDS.map(() => 0) };
    if (!known) this.series.set(labels, series);
    series.count += 1;
    series.sum += seconds;
    BOUNDS.forEach((bound, i) => {
      if (seconds <= bound) series.buckets[i] = (series.buckets[i] ?? 0) + 1;
    });
  }

  show(gauge: Gauge): void {
    this.gauges.push(gauge);
  }

  /** Everything, in the text format of Prometheus 0.0.4. */
  async text(): Promise<string> {
    const shown = await Promise.all(this.gauges.map(gaugeLines));
    return `${[...this.requestLines(), ...shown.flat()].join('\n')}\n`;
  }

  private requestLines(): readonly string[] {
    const name = 'mouding_http_request_duration_seconds';
    const lines = [...this.series].flatMap(([labels, { count, sum, buckets }]) => [
      ...BOUNDS.map((bound, i) => `${name}_bucket{${labels},le="${bound}"} ${buckets[i] ?? 0}`),
      `${name}_bucket{${labels},le="+Inf"} ${count}`,
      `${name}_sum{${labels}} ${sum}`,
      `${name}_count{${labels}} ${count}`,
    ]);
    return [`# HELP ${name} Answers by route and status.`, `# TYPE ${name} histogram`, ...lines];
  }
}

async function gaugeLines({ name, help, read, label }: Gauge): Promise<readonly string[]> {
  const values = Object.entries(await read());
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...values.map(([of, value]) => `${name}${label ? `{${label}="${quoted(of)}"}` : ''} ${value}`),
  ];
}

const quoted = (text: string): string =>
  text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`);

/** What every process shows of itself. */
export const processGauges: readonly Gauge[] = [
  {
    name: 'process_resident_memory_bytes',
    help: 'Resident memory.',
    read: () => ({ '': process.memoryUsage.rss() }),
  },
  {
    name: 'process_uptime_seconds',
    help: 'Seconds since the start.',
    read: () => ({ '': process.uptime() }),
  },
];
