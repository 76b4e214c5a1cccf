import { newKey } from '../../play/http.ts';
import { ELSEWHERE, NO_FILE, NO_TEXT, NOBODY } from './bodies.ts';
import type { Probe, Scene } from './probes.ts';
import type { Asker } from './table.ts';

/** What is aimed at nothing, or makes something. */
export function looseProbes({ streams }: Scene, signingIn: (asker: Asker) => object): readonly Probe[] {
  const get = (path: string): Probe => ({
    name: `GET ${path}`,
    route: `GET ${path}`,
    wish: { method: 'GET', path },
  });
  const post = (path: string, body: object): Probe => ({
    name: `POST ${path}`,
    route: `POST ${path}`,
    wish: { method: 'POST', path, headers: newKey(), body },
  });
  const caseId = (streams['case'] ?? '').slice('case/'.length);
  return [
    ...[
      '/health/live',
      '/health/ready',
      '/v1/me',
      '/v1/obligations',
      '/v1/cases',
      '/v1/procedures',
      '/v1/stream',
      '/v1/messages',
      '/v1/me/contact',
      '/v1/me/acts',
      '/v1/me/messages',
      '/v1/me/delegations',
      '/v1/org/unheld',
      '/v1/org/audit-letters',
      '/v1/org/audit-readings',
      '/v1/org/log',
      '/v1/persons',
      '/v1/persons/sheet',
      '/v1/org/holidays/sheet',
      '/v1/institutions',
    ].map(get),
    post('/v1/org/preview', { verb: 'org.rename-department', body: { department: NOBODY, name: '无人科' } }),
    {
      name: 'PUT /v1/me/contact',
      route: 'PUT /v1/me/contact',
      wish: { method: 'PUT', path: '/v1/me/contact', body: { mail: null } },
    },
    {
      name: 'GET /v1/me/drafts/{about}',
      route: 'GET /v1/me/drafts/{about}',
      wish: { method: 'GET', path: `/v1/me/drafts/chapter:${NOBODY}.return` },
    },
    {
      name: 'PUT /v1/me/drafts/{about}',
      route: 'PUT /v1/me/drafts/{about}',
      wish: {
        method: 'PUT',
        path: `/v1/me/drafts/chapter:${NOBODY}.return`,
        body: { text: '退回', others: [], writtenAt: '2026-01-05T01:00:00.000Z', seen: 0 },
      },
    },
    {
      name: 'POST /v1/messages/{id}/resend',
      route: 'POST /v1/messages/{id}/resend',
      wish: { method: 'POST', path: `/v1/messages/${NOBODY}/resend`, body: {} },
    },
    { ...post('/v1/sessions', {}), bodyFor: signingIn },
    get('/v1/me/sessions'),
    ...['', '/{id}'].map((below) => ({
      name: `DELETE /v1/me/sessions${below}`,
      route: `DELETE /v1/me/sessions${below}`,
      wish: { method: 'DELETE', path: `/v1/me/sessions${below.replace('{id}', NOBODY)}` },
    })),
    // With a password and a code that are nobody's.
    post('/v1/me/password', { current: 'nobody’s password', next: 'a-long-password' }),
    post('/v1/me/second-factor', { password: 'nobody’s password' }),
    post('/v1/me/second-factor/confirmation', { code: '000000' }),
    post('/v1/me/second-factor/removal', { code: '000000' }),
    {
      name: 'POST /v1/me/step-ups/{id}',
      route: 'POST /v1/me/step-ups/{id}',
      wish: { method: 'POST', path: `/v1/me/step-ups/${NOBODY}`, body: { code: '000000' } },
    },
    post('/v1/texts', { content: '一份文稿' }),
    post('/v1/texts/pasted', { html: '<p>一份文稿</p>' }),
    post('/v1/texts/word', { file: NO_FILE }),
    {
      name: 'POST /v1/files',
      route: 'POST /v1/files',
      wish: { method: 'POST', path: '/v1/files', bytes: new TextEncoder().encode('一份原件') },
    },
    {
      name: 'POST /v1/org/holidays/sheet',
      route: 'POST /v1/org/holidays/sheet',
      wish: { method: 'POST', path: '/v1/org/holidays/sheet', bytes: new TextEncoder().encode('不是表格') },
    },
    {
      name: 'POST /v1/persons/sheet',
      route: 'POST /v1/persons/sheet',
      wish: { method: 'POST', path: '/v1/persons/sheet', bytes: new TextEncoder().encode('不是表格') },
    },
    // The first login of every institution is taken.
    post('/v1/persons', { name: '某人', login: 'admin', password: 'small-password' }),
    post('/v1/procedures', { definition: { id: 'unsound' }, document: null }),
    post('/v1/cases', { title: '未发布程序', procedure: 'unpublished', scheme: NO_TEXT }),
    post('/v1/cases/joined', {
      title: '未发布程序',
      procedure: 'unpublished',
      scheme: NO_TEXT,
      stage: 'committee',
      manuscript: null,
      earlier: [],
    }),
    post('/v1/tablings', {
      case: caseId,
      stage: 'chapters',
      title: '议题',
      text: NO_TEXT,
      sponsor: null,
    }),
    post('/v1/sittings', { body: 'nobody', at: '2026-01-05T01:00:00.000Z', place: '一楼会议室' }),
    post('/v1/meetings', {
      case: caseId,
      stage: 'chapters',
      at: '2026-01-05T01:00:00.000Z',
      place: '会议室',
    }),
    post('/v1/repairs', {
      case: caseId,
      what: { repair: 'date', stage: 'chapters', from: null, to: '2026-01-05' },
      reason: '理由',
    }),
    post('/v1/repairs/preview', {
      case: caseId,
      what: { repair: 'date', stage: 'chapters', from: null, to: '2026-01-05' },
    }),
    post('/v1/duties', {
      meeting: NOBODY,
      wording: '督办事项',
      owner: { post: NOBODY },
      due: '2099-01-01',
    }),
    post('/v1/deposits', { of: 'chapter', id: NOBODY }),
    // A name may stand there once.
    post('/v1/indicators', {
      case: caseId,
      rows: ['甲指标', '甲指标'].map((name) => ({ name, type: 'stock' })),
    }),
    post('/v1/meetings/recorded', {
      case: caseId,
      stage: 'chapters',
      at: '2026-01-05T01:00:00.000Z',
      place: '会议室',
      chair: null,
      presentCount: 1,
      outcome: 'passed',
      minutes: null,
      elsewhere: ELSEWHERE,
    }),
  ];
}
