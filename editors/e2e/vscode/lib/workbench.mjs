// Visual Studio Code's own server, with a fresh user, a fresh set of extensions and our VSIX in it.

import { spawn, spawnSync } from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { patience } from './patience.mjs';

/** What a test does not want to see, and what would ask the network for something. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.hover.delay': 100,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // In a browser the editor saves by itself; here the file must stay what the test began with.
  'files.autoSave': 'off',
  'git.enabled': false,
  'json.schemaDownload.enable': false,
  'npm.fetchOnlinePackageInfo': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const STARTS_WITHIN = 60_000 * patience;

export class Workbench {
  /**
   * Installs `vsix` in the editor at `editor` (as install.sh makes it), and starts it. Everything
   * that it writes goes into `scratch`, which must be new: a user's folder that was used before
   * restores its windows.
   */
  static async start({ editor, vsix, scratch, runsTests = false }) {
    const folder = (name) => path.join(scratch, name);
    const home = folder('home');
    const program = [
      path.join(editor, 'vscode/out/server-main.js'),
      ...['--server-data-dir', folder('server')],
      ...['--user-data-dir', folder('user')],
      ...['--extensions-dir', folder('extensions')],
      '--accept-server-license-terms',
    ];
    for (const scope of ['User', 'Machine']) {
      mkdirSync(path.join(folder('user'), scope), { recursive: true });
      writeFileSync(
        path.join(folder('user'), scope, 'settings.json'),
        JSON.stringify(SETTINGS, undefined, 2),
      );
    }
    mkdirSync(home, { recursive: true });
    const env = {
      ...process.env,
      HOME: home,
      EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    };
    // The caches and settings of whoever runs the tests are none of the server's business.
    for (const name of Object.keys(env).filter((key) => key.startsWith('XDG_'))) {
      delete env[name];
    }

    const node = path.join(editor, 'node');
    const install = spawnSync(node, [...program, '--install-extension', vsix], {
      env,
      encoding: 'utf8',
    });
    if (install.status !== 0) {
      throw new Error(`The VSIX was not installed:\n${install.stdout}${install.stderr}`);
    }

    const args = [
      ...program,
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      ...['--reconnection-grace-time', '1'],
      // Without this the workbench does not run tests that it finds in its address; with it, it
      // keeps its notifications to itself.
      ...(runsTests ? ['--enable-smoke-test-driver'] : []),
      ...['--disable-telemetry', '--disable-experiments', '--disable-workspace-trust'],
    ];
    // A group of its own, so that the extension host and the language server go with it.
    const child = spawn(node, args, {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = createWriteStream(folder('workbench.log'));
    child.stderr.pipe(log);
    try {
      const port = await listeningPort(child, log);
      return new Workbench(child, `http://127.0.0.1:${port}`, scratch);
    } catch (error) {
      process.kill(-child.pid);
      throw new Error(`${error.message}\n${readFileSync(log.path, 'utf8')}`);
    }
  }

  constructor(child, url, scratch) {
    this.child = child;
    this.url = url;
    this.scratch = scratch;
  }

  /** The address of the workbench with `folder` open. `payload` is a list of pairs. */
  address(folder, payload = []) {
    const query = new URLSearchParams({ folder });
    query.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
    return `${this.url}/?${query}`;
  }

  /** By which name the browser must call this server in an address of a file on it. */
  async authority() {
    const page = await (await fetch(this.url)).text();
    const found = /remoteAuthority&quot;:&quot;([^&]*)/.exec(page);
    if (!found) {
      throw new Error('The page of the workbench does not say how to call its server');
    }
    return found[1];
  }

  /** Prints the end of the log that the extension keeps, for whoever has to find out what failed. */
  printServerLog() {
    const logs = path.join(this.scratch, 'user/logs');
    const own = existsSync(logs) ? readdirSync(logs, { recursive: true }) : [];
    for (const file of own.filter((name) => path.basename(name) === 'Griffier.log')) {
      console.log(`--- ${path.join(logs, file)}`);
      console.log(readFileSync(path.join(logs, file), 'utf8').slice(-6000).trimEnd());
    }
  }

  stop() {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    process.kill(-this.child.pid);
    return gone;
  }
}

function listeningPort(child, log) {
  return new Promise((resolve, reject) => {
    const fail = (reason) => reject(new Error(`Visual Studio Code did not start: ${reason}`));
    const timer = setTimeout(() => fail('it said nothing in time'), STARTS_WITHIN);
    child.once('error', fail);
    child.once('exit', (code) => fail(`it ended with ${code}`));
    createInterface({ input: child.stdout }).on('line', (line) => {
      log.write(`${line}\n`);
      const found = /Extension host agent listening on (\d+)/.exec(line);
      if (found) {
        clearTimeout(timer);
        resolve(Number(found[1]));
      }
    });
  });
}
