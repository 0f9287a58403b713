import type { Plugin } from 'vite';

const placeholder = '__WIDGET_APP__';

/** Makes the loader a script that leaves nothing behind on a page but its one name. */
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
    },
  };
}
