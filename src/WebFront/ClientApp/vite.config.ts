import { defineConfig } from 'vite';

// The help centre's pages are made by the server, which has to know these names.
const fixed = (name: string | undefined) => (name === 'help-centre' ? '[name]' : 'assets/[name]-[hash]');

export default defineConfig({
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // Small files would be inlined as data: addresses, which the page's content policy keeps to images.
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    rollupOptions: {
      input: { index: 'index.html', 'help-centre': 'src/help/helpCentre.ts' },
      output: {
        entryFileNames: (chunk) => `${fixed(chunk.name)}.js`,
        assetFileNames: (asset) => (asset.names.includes('help-centre.css') ? 'help-centre.css' : 'assets/[name]-[hash][extname]'),
      },
    },
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:5080',
      '/hubs': { target: 'http://127.0.0.1:5080', ws: true },
    },
  },
});
