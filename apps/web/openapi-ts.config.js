import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The client comes from the committed document at every build, so that it cannot differ from it. */
export default {
  input: here('../../libs/contract/openapi.json'),
  output: { path: here('src/api/generated'), entryFile: false },
  plugins: ['@hey-api/client-fetch', '@hey-api/sdk', '@hey-api/typescript'],
  logs: { level: 'warn', file: false },
};
