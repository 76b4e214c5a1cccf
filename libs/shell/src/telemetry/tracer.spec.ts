import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { parentOf } from './request-context.ts';
import { openTracer } from './tracer.ts';

const span = {
  name: 'POST /v1/cases',
  requestId: 'r-1',
  method: 'POST',
  route: '/v1/cases',
  status: 503,
  started: 1_760_000_000_000,
  ms: 12.5,
};

test('spans go to the collector as OTLP, as children of whoever asked', async () => {
  const heard: { readonly url: string | undefined; readonly body: string }[] = [];
  const collector = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ url: request.url, body });
      response.end('{}');
    });
  });
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const tracer = openTracer(`http://127.0.0.1:${(collector.address() as AddressInfo).port}/`, 'api');
  const parent = parentOf(`00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`);
  tracer.span({ ...span, parent });
  await tracer.close();
  collector.close();
  expect(heard.map(({ url }) => url)).toEqual(['/v1/traces']);
  expect(JSON.parse(heard[0]?.body ?? '')).toMatchObject({
    resourceSpans: [
      {
        resource: { attributes: [{ key: 'service.name', value: { stringValue: 'mouding-api' } }] },
        scopeSpans: [
          {
            spans: [
              {
                traceId: 'ab'.repeat(16),
                parentSpanId: 'cd'.repeat(8),
                spanId: expect.stringMatching(/^[0-9a-f]{16}$/),
                name: 'POST /v1/cases',
                kind: 2,
                startTimeUnixNano: '1760000000000000000',
                endTimeUnixNano: '1760000000012500000',
                status: { code: 2 },
              },
            ],
          },
        ],
      },
    ],
  });
});

test('a collector that is away holds nothing up', async () => {
  const tracer = openTracer('http://127.0.0.1:1', 'api');
  tracer.span({ ...span, parent: undefined });
  await expect(tracer.close()).resolves.toBeUndefined();
});

test.each([
  '',
  'x',
  `00-${'0'.repeat(32)}-${'cd'.repeat(8)}-01`,
  `00-${'ab'.repeat(16)}-${'0'.repeat(16)}-01`,
  `01-${'ab'.repeat(16)}-x`,
])('a trace header that is none (%s) is not believed', (header) => expect(parentOf(header)).toBeUndefined());
