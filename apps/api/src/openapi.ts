import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openLedger } from '@mouding/ledger';
import { openLog, readSettings, StateCache } from '@mouding/shell';
import { createApi } from './application.ts';
import { describeApi } from './document.ts';

// Writes the document that is committed; nothing is connected for it.
const nowhere = openLedger({ url: 'postgresql://127.0.0.1:1/none', applicationName: 'openapi' });
const { app } = await createApi({
  means: { ledger: nowhere, cache: new StateCache() },
  log: openLog('openapi', 'silent'),
  settings: readSettings({}, []),
});
await app.init();
const target = fileURLToPath(new URL('../../../libs/contract/openapi.json', import.meta.url));
writeFileSync(target, `${JSON.stringify(describeApi(app), null, 2)}\n`);
await app.close();
