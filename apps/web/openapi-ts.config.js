import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const clientOf = (document, folder) => ({
  input: here(`../../libs/contract/${document}`),
  output: { path: here(`src/api/${folder}`), entryFile: false },
  plugins: ['@hey-api/client-fetch', '@hey-api/sdk', '@hey-api/typescript'],
  logs: { level: 'warn', file: false },
});

/** The clients come from the committed documents at every build, so that they cannot differ from them. */
export default clientOf('openapi.json', 'generated');

/** Of the auditor's service. */
export const audit = clientOf('openapi-audit.json', 'audit-generated');
