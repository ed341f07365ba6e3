/** How the page is built: for Chromium 108 and later, with nothing inlined, so that a strict CSP holds. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src-renderer',
  base: './',
  plugins: [react()],
  server: { fs: { allow: ['..'] } },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome108',
    cssTarget: 'chrome108',
    cssMinify: 'lightningcss',
    assetsInlineLimit: 0, // a data: address would need a wider CSP
    chunkSizeWarningLimit: 1_500,
  },
});
