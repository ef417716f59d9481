// Makes a VSIX that carries the server: bundles the extension, copies the program, packs both.
//
// usage: npm run package -- [--target linux-x64] [--out FILE]
//
// The program is $GRIFFIER_BIN; without it, it is built here, on Linux so that it needs no library of the system and
// runs on every distribution. For another system than this one, give the program built for it, and the target by
// which the editor calls it.

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
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
if (process.env.GRIFFIER_BIN === undefined && target !== host) {
  fail(`Only the program for ${host} can be built here. Set GRIFFIER_BIN to one for ${target}.`);
}
const program = path.resolve(process.env.GRIFFIER_BIN ?? buildProgram());

if (!existsSync(program)) {
  fail(
    `There is no server at ${program}. Correct GRIFFIER_BIN, or leave it out to have one built.`,
  );
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
// The letters that the first steps are tried on.
rmSync(path.join(root, 'sample'), { recursive: true, force: true });
cpSync(path.join(root, '../../tests/corpus'), path.join(root, 'sample'), { recursive: true });
mkdirSync(path.dirname(out), { recursive: true });
await createVSIX({
  cwd: root,
  target,
  packagePath: out,
  dependencies: false, // all of them are in the bundle
  allowMissingRepository: true,
  // They would be made to lead to a repository on the web; the pictures are in the VSIX.
  rewriteRelativeLinks: false,
});

/** Builds the server and returns where it is. */
function buildProgram() {
  const repository = path.join(root, '../..');
  const options = { cwd: repository, stdio: 'inherit' };
  if (process.platform !== 'linux') {
    execFileSync('cargo', ['build', '--release', '--locked'], options);
    return path.join(repository, 'target/release', name);
  }
  // With a target of its own the flags do not reach programs that only the build runs, which cannot be static.
  const triple = `${{ x64: 'x86_64', arm64: 'aarch64' }[process.arch]}-unknown-linux-gnu`;
  const env = { ...process.env, RUSTFLAGS: '-C target-feature=+crt-static' };
  execFileSync('cargo', ['build', '--release', '--locked', '--target', triple], {
    ...options,
    env,
  });
  return path.join(repository, 'target', triple, 'release', name);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
