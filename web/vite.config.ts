import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from './compress.ts';

const server = process.env.PATCHBAY_URL ?? 'http://127.0.0.1:8000';

/** `vite web` serves the interface while it is being written; everything else is asked of a running Patchbay. */
export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that one build works under any BASE_PATH; the server sets <base>.
  base: './',
  plugins: [react(), compress()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // GraphiQL and Swagger UI are in one piece each.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      // GraphiQL and the documentation of REST are pages of their own: the interface doesn't load them.
      input: ['index', 'graphiql', 'rest-docs'].map((page) => `${import.meta.dirname}/${page}.html`),
      onwarn(warning, warn) {
        // "use no memo" in a package means nothing once it is bundled.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
      output: {
        // What changes rarely stays in the browser's cache over releases.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/, priority: 2 },
            { name: 'query', test: /node_modules[\\/]@tanstack[\\/](query-core|react-query)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server, '/patchbay': server, '/media': server } },
});
