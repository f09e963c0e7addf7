import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const libraries = /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/[\w-]+|zod)\//

/** The console's bundle. `vite build --outDir …` puts it elsewhere; tests and the server do. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/app/console'),
  base: '/',
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/console'),
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What an update of Daqiao does not change stays in the browser's cache.
          groups: [{ name: 'library', test: libraries }],
        },
      },
    },
  },
  // The host stays as it was: the server refuses a write that seems to come from another page.
  server: { proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
})
