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
    // Two faces: whoever opens /m on a phone does not load the desk.
    rolldownOptions: { input: { desk: 'index.html', phone: 'm.html' } },
  },
});
