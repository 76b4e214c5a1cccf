import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** What hospitals' machines run: Chromium 109 is the last for Windows 7. */
const FLOOR = ['chrome109', 'safari15.4'];

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@mouding/source', 'module', 'browser', 'import', 'default'] },
  build: {
    target: FLOOR,
    outDir: 'dist',
    // Faces apart: whoever opens /m on a phone does not load the desk, and the tour neither; auditors have a service and
    // a page of their own.
    rolldownOptions: {
      input: { desk: 'index.html', phone: 'm.html', open: 'open.html', audit: 'audit.html' },
    },
  },
});
