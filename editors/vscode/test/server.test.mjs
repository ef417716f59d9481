// Finding the server: whatever is wrong with the program, the user is told what to do about it.
// Real programs in a scratch folder, not a stand-in for the system that runs them.
//
// usage: npm test

import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const system = `${process.platform}-${process.arch}`;
const windows = process.platform === 'win32';

/** Says which sentence was chosen, and with what. */
const say = new Proxy(
  {},
  {
    get:
      (_, name) =>
      (...args) =>
        [name, ...args].join(' '),
  },
);

suite('finding the server', { skip: windows && 'the programs are shell scripts' }, () => {
  let folder;
  let findServer;

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'griffier-server-'));
    const outfile = path.join(folder, 'server.cjs');
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: ['src/server.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
    });
    ({ findServer } = createRequire(import.meta.url)(outfile));
  });

  after(() => rmSync(folder, { recursive: true }));

  function program(name, text, mode = 0o755) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, mode);
    return file;
  }

  async function problem(configured, extension = folder) {
    const failed = await findServer(configured, extension, say).then(
      (server) => assert.fail(`found ${server.path}`),
      (error) => error,
    );
    assert.equal(failed.setting, configured !== '', failed.message);
    return failed.message;
  }

  test('takes the one that the extension carries', async () => {
    const bundled = program('extension/server/griffier', '#!/bin/sh\necho griffier 1.2.3\n');
    assert.deepEqual(await findServer('', path.join(folder, 'extension'), say), {
      path: bundled,
      version: '1.2.3',
    });
  });

  test('takes the one that the setting names', async () => {
    const own = program('own', '#!/bin/sh\necho griffier 2.0.0-dev\n');
    assert.deepEqual(await findServer(own, folder, say), { path: own, version: '2.0.0-dev' });
  });

  test('looks up a bare name on the PATH', async () => {
    program('griffier-on-path', '#!/bin/sh\necho griffier 3.0.0\n');
    const before = process.env.PATH;
    process.env.PATH = `${folder}${path.delimiter}${before}`;
    try {
      assert.equal((await findServer('griffier-on-path', folder, say)).version, '3.0.0');
    } finally {
      process.env.PATH = before;
    }
    assert.equal(await problem('griffier-on-path'), 'pathMissing griffier-on-path');
  });

  test('says that there is none in the extension, and for which system', async () => {
    assert.equal(await problem('', path.join(folder, 'empty')), `bundledMissing ${system}`);
  });

  test('says that the path leads nowhere', async () => {
    assert.equal(await problem('/nergens/griffier'), 'pathMissing /nergens/griffier');
  });

  test('does not take a path that depends on the folder that is open', async () => {
    assert.equal(await problem('./target/griffier'), 'pathNotAbsolute ./target/griffier');
  });

  test('says that the file may not be executed', async () => {
    const file = program('not-executable', '#!/bin/sh\necho griffier 1.0.0\n', 0o644);
    assert.equal(await problem(file), `notExecutable ${file}`);
  });

  test('says that it is not a griffier for this system', async () => {
    for (const [name, text] of [
      ['another program', '#!/bin/sh\necho ripgrep 14.1.0\n'],
      ['a program without --version', '#!/bin/sh\nexit 2\n'],
      ['a program without its loader', '#!/nergens/sh\n'],
      ['a garbled program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 9, 9, 9, 9])],
    ]) {
      const file = program(name, text);
      assert.equal(await problem(file), `notGriffier ${file} ${system}`);
    }
  });
});
