// (d) DBOS: a durable workflow with one step. It keeps inputs and outputs for recovery, which no append does.
// oxlint-disable-next-line @nx/enforce-module-boundaries -- a package of this folder, not of the workspaces
import { DBOS } from '@dbos-inc/dbos-sdk';
import { payload } from '../payload.ts';
import { present } from '../subject.ts';

await present(async ({ url }) => {
  DBOS.setConfig({ name: 'bench', systemDatabaseUrl: url, logLevel: 'error' });
  const workflow = DBOS.registerWorkflow((input) => DBOS.runStep(async () => input, { name: 'decide' }), {
    name: 'decide',
  });
  await DBOS.launch();
  return { op: (i) => workflow(payload(i)), close: () => DBOS.shutdown() };
});
