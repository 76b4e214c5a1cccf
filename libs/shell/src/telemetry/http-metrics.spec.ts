import { HttpMetrics } from './http-metrics.ts';

test('answers are counted by route and status, in the text that Prometheus reads', async () => {
  const metrics = new HttpMetrics();
  metrics.answered('GET', '/v1/cases/:id', 200, 0.004);
  metrics.answered('GET', '/v1/cases/:id', 200, 0.3);
  metrics.answered('POST', '/v1/"odd"\n', 503, 9);
  metrics.show({ name: 'mouding_x', help: 'X.', label: 'class', read: () => ({ decide: 2 }) });
  const text = await metrics.text();
  const lines = text.split('\n');
  const of = 'method="GET",route="/v1/cases/:id",status="200"';
  expect(lines).toContain(`mouding_http_request_duration_seconds_bucket{${of},le="0.005"} 1`);
  expect(lines).toContain(`mouding_http_request_duration_seconds_bucket{${of},le="0.5"} 2`);
  expect(lines).toContain(`mouding_http_request_duration_seconds_bucket{${of},le="+Inf"} 2`);
  expect(lines).toContain(`mouding_http_request_duration_seconds_count{${of}} 2`);
  expect(text).toContain(String.raw`route="/v1/\"odd\"\n",status="503"`);
  expect(lines).toContain('mouding_x{class="decide"} 2');
  expect(text.endsWith('\n')).toBe(true);
  for (const line of lines.filter((each) => each !== ''))
    expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{.+\})? [\d.e+-]+)$/);
});
