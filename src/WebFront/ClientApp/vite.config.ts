import { defineConfig } from 'vite';
import { bundleSizes } from './bundleSizes.ts';
import { widgetFiles } from './widgetFiles.ts';

// The help centre's pages are made by the server, and the widget's loader is named by other people's pages.
const fixed = ['help-centre', 'widget'];

export default defineConfig({
  base: './',
  plugins: [widgetFiles(), bundleSizes()],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // The first that know light-dark(): its replacement would need a color-scheme in the style sheets of the pages of others.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Small files would be inlined as data: addresses, which the page's content policy keeps to images.
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    // It would put link elements into the pages of others.
    modulePreload: false,
    rollupOptions: {
      input: {
        index: 'index.html',
        'support-form': 'examples/support-form.html',
        embed: 'admin/embed/index.html',
        console: 'console/index.html',
        'help-centre': 'src/help/helpCentre.ts',
        widget: 'src/loader/loader.ts',
        'widget-app': 'src/widget/main.ts',
      },
      output: {
        entryFileNames: (chunk) => (fixed.includes(chunk.name) ? '[name].js' : 'assets/[name]-[hash].js'),
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
