import vue from '@vitejs/plugin-vue';
import elementPlus from 'unplugin-element-plus/vite';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds a running office. */
const API = 'http://127.0.0.1:8787';

export default defineConfig({
  plugins: [
    vue({
      // What a template says once and for all may be turned into one string of HTML; the page's policy allows no inline style in it.
      template: { compilerOptions: { hoistStatic: true } },
    }),
    // Each component that a page imports brings its own style along, and no other.
    elementPlus({}),
  ],
  build: {
    target: 'es2022',
    // No script or style inside the page: the policy allows none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    sourcemap: false,
    chunkSizeWarningLimit: 1_200,
  },
  server: { proxy: { '/api': { target: API, changeOrigin: true } } },
});
