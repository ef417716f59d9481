// Bundles the extension into dist/extension.js, with the licences of what was bundled beside it.
//
// usage: node scripts/build.mjs [--watch]

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {esbuild.BuildOptions} */
const options = {
  absWorkingDir: root,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20', // the Node of the oldest editor that package.json admits
  external: ['vscode'],
  minify: true,
  metafile: true,
  logLevel: 'warning',
};

export async function build() {
  const { metafile } = await esbuild.build(options);
  writeFileSync(path.join(root, 'dist/LICENSES.txt'), licences(Object.keys(metafile.inputs)));
}

/** The licence text of each package that went into the bundle, which its licence asks us to carry. */
function licences(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    if (found) {
      folders.add(found[0]);
    }
  }
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(
        readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
      );
      const file = readdirSync(path.join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
      if (file === undefined) {
        throw new Error(`${name} has no licence file to carry along`);
      }
      const text = readFileSync(path.join(root, folder, file), 'utf8').trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--watch')) {
    await (await esbuild.context(options)).watch();
  } else {
    await build();
  }
}
