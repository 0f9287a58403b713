import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

/** The most that the loader, and the chat with everything that it loads at once, may weigh gzipped, in bytes. */
const limits = { loader: 5_000, app: 60_000 };
const placeholder = '__WIDGET_APP__';

/** Makes the loader a script that leaves nothing behind on a page but its one name, and holds the widget to its size. */
export function widgetFiles(): Plugin {
  return {
    name: 'widget-files',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((f) => f.type === 'chunk');
      const loader = chunks.find((c) => c.fileName === 'widget.js');
      const app = chunks.find((c) => c.name === 'widget-app');
      if (loader === undefined || app === undefined) this.error('the widget is not part of the build');
      if (loader.imports.length > 0 || loader.exports.length > 0) this.error(`the loader has to be one file, and imports ${loader.imports.join(', ')}`);
      loader.code = `(()=>{${loader.code.replaceAll(placeholder, JSON.stringify(app.fileName))}})();\n`;
      const sizes = { loader: weigh([loader]), app: weigh(closure(app, chunks)) };
      for (const name of ['loader', 'app'] as const)
        if (sizes[name] > limits[name]) this.error(`the widget's ${name} has ${sizes[name]} bytes gzipped, more than ${limits[name]}`);
      this.info(`widget: loader ${sizes.loader}, app ${sizes.app} bytes gzipped`);
    },
  };
}

function closure(from: Rollup.OutputChunk, all: readonly Rollup.OutputChunk[]): Rollup.OutputChunk[] {
  const found = new Set([from]);
  for (const chunk of found) for (const name of chunk.imports) found.add(all.find((c) => c.fileName === name)!);
  return [...found];
}

const weigh = (chunks: readonly Rollup.OutputChunk[]) => chunks.reduce((sum, c) => sum + gzipSync(c.code, { level: 9 }).length, 0);
