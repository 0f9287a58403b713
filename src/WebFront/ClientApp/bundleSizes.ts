import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

/** The most that each may weigh gzipped, with everything that it loads at once, in bytes. */
const limits = { widget: 5_000, 'widget-app': 60_000, console: 120_000 };

/** Holds what browsers load to its size. */
export function bundleSizes(): Plugin {
  return {
    name: 'bundle-sizes',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((f) => f.type === 'chunk');
      for (const [name, limit] of Object.entries(limits)) {
        const entry = chunks.find((c) => c.isEntry && c.name === name);
        if (entry === undefined) this.error(`${name} is not part of the build`);
        const size = weigh(closure(entry, chunks));
        if (size > limit) this.error(`${name} has ${size} bytes gzipped, more than ${limit}`);
        this.info(`${name}: ${size} bytes gzipped`);
      }
    },
  };
}

function closure(from: Rollup.OutputChunk, all: readonly Rollup.OutputChunk[]): Rollup.OutputChunk[] {
  const found = new Set([from]);
  for (const chunk of found) for (const name of chunk.imports) found.add(all.find((c) => c.fileName === name)!);
  return [...found];
}

const weigh = (chunks: readonly Rollup.OutputChunk[]) => chunks.reduce((sum, c) => sum + gzipSync(c.code, { level: 9 }).length, 0);
