// Makes a VSIX that carries the server: bundles the extension, copies the program, packs both.
//
// usage: npm run package -- [--target linux-x64] [--out FILE]
//
// The program is $GRIFFIER_BIN, otherwise target/release/griffier of this repository. For another
// system than this one, give the program built for it and the target by which the editor calls it.

import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const host = `${process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;

const { values } = parseArgs({
  options: { target: { type: 'string', default: host }, out: { type: 'string' } },
});
const target = values.target;
const out = path.resolve(values.out ?? path.join(root, `griffier-${target}-${version}.vsix`));
const name = target.startsWith('win32') ? 'griffier.exe' : 'griffier';
const program = path.resolve(
  process.env.GRIFFIER_BIN ?? path.join(root, '../../target/release', name),
);

if (!existsSync(program)) {
  fail(`There is no server at ${program}. Run "cargo build --release", or set GRIFFIER_BIN.`);
}
if (target === host) {
  // A VSIX with a program that does not run is worse than none, and only here can it be tried.
  const answer = execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
  if (!/^griffier \S+$/.test(answer)) {
    fail(`${program} is not the griffier program: it calls itself "${answer}".`);
  }
}

await build();
rmSync(path.join(root, 'server'), { recursive: true, force: true });
mkdirSync(path.join(root, 'server'));
copyFileSync(program, path.join(root, 'server', name));
chmodSync(path.join(root, 'server', name), 0o755);
mkdirSync(path.dirname(out), { recursive: true });
await createVSIX({
  cwd: root,
  target,
  packagePath: out,
  dependencies: false, // all of them are in the bundle
  allowMissingRepository: true,
});

function fail(message) {
  console.error(message);
  process.exit(1);
}
