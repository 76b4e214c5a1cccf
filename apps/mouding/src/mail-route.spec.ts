import { mailRoute } from './mail-route.ts';
import { freePort } from './port.ts';

test('without a server the worker sends to an inbox on this machine', async () => {
  const auditPort = await freePort();
  const { environment, inbox } = await mailRoute({ PATH: '/bin' }, 4310, auditPort);
  expect(environment).toEqual({
    SMTP_URL: `smtp://127.0.0.1:${inbox?.smtpPort}`,
    MAIL_FROM: 'mouding@mouding.example',
    PUBLIC_URL: 'http://127.0.0.1:4310',
  });
  expect(inbox?.pagePort).toBeGreaterThan(0);
});

test.each([{ SMTP_URL: 'smtp://mail.example' }, { SMTP_URL_FILE: '/run/secrets/smtp' }])(
  'a server that is given is used, and nothing is caught: %j',
  async (given) => {
    const route = await mailRoute({ ...given, MAIL_FROM: 'ghb@plan.example', PUBLIC_URL: '' }, 4310, 4311);
    expect(route).toEqual({
      environment: { ...given, MAIL_FROM: 'ghb@plan.example', PUBLIC_URL: 'http://127.0.0.1:4310' },
    });
  },
);
