// Builds the page once, however many builds want it at the same time: installs what the lock file names when that has
// changed, then bundles into ../wwwroot. Prints only when something fails.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(dirname(fileURLToPath(import.meta.url)));
const output = '../wwwroot/index.html';
const installed = 'node_modules/.package-lock.json';
const lock = '.build.lock';
const justMade = 5000;
const sources = [
  'index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'widgetFiles.ts', 'bundleSizes.ts',
  ...['src', 'public', 'examples', 'admin', 'console'].flatMap(files),
];

await acquire();
try {
  if (age('package-lock.json') > age(installed)) run('npm', ['ci', '--loglevel=error']);
  if (sources.some((s) => age(s) > age(output))) run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']);
} finally {
  rmSync(lock, { force: true });
}

function age(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => join(f.parentPath, f.name));
}

function run(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status === 0) return;
  console.error(result.stdout ?? '', result.stderr ?? '', result.error ?? '');
  rmSync(lock, { force: true });
  process.exit(result.status ?? 1);
}

async function acquire() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (e) {
      if (e.code !== 'EEXIST') throw e;
      if (!isHeld()) rmSync(lock, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Whether the build that made the lock still runs; a killed one leaves its file behind. */
function isHeld() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs < justMade;
    process.kill(pid, 0);
    return true;
  } catch (e) {
    return e.code === 'EPERM';
  }
}
