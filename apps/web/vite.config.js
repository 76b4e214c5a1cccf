import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { documents } from './documents.js';

/** What hospitals' machines run: Chromium 109 is the last for Windows 7. */
const FLOOR = ['chrome109', 'safari15.4'];

// Faces apart: whoever opens /m on a phone does not load the desk, and the tour neither; auditors have a service and a
// page of their own.
const FACES = { index: 'desk', m: 'phone', open: 'open', audit: 'audit' };

// Fields of antd ask whether they stand in one of its forms, and with that question came the forms, unused, and the
// patterns that check them, which Safari 15 cannot read.
const FORMS = { test: /@rc-component[\\/](?:form|async-validator)[\\/]/u, sideEffects: false };

export default defineConfig({
  plugins: [documents(FACES), react()],
  resolve: { conditions: ['@mouding/source', 'module', 'browser', 'import', 'default'] },
  // What a look at a screen costs is counted from the manifest: which file brings which.
  build: {
    target: FLOOR,
    outDir: 'dist',
    manifest: true,
    rolldownOptions: { treeshake: { moduleSideEffects: [FORMS] } },
  },
});
