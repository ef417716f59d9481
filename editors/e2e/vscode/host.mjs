// Runs the mocha suites in host/ inside the extension host of a real Visual Studio Code.
//
// usage: host.mjs EDITOR VSIX OUT     exit: 0 all passed, 1 otherwise

import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { openBrowser } from './lib/browser.mjs';
import { patience } from './lib/patience.mjs';
import { Workbench } from './lib/workbench.mjs';
import { makeWorkspace } from './lib/workspace.mjs';

const [editor, vsix, out] = process.argv.slice(2).map((argument) => path.resolve(argument));
const here = fileURLToPath(new URL('.', import.meta.url));
const WITHIN = 240_000 * patience + 1000 * Number(process.env.GRIFFIER_TYPING_SECONDS ?? 5);

const scratch = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'griffier-host-')));
const workspace = makeWorkspace(path.join(scratch, 'workspace'));
mkdirSync(out, { recursive: true });

const workbench = await Workbench.start({ editor, vsix, scratch, runsTests: true });
const { browser, page } = await openBrowser();
let result;
try {
  // The workbench calls these two with each line of the console and with the exit code.
  const ended = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no result in ${WITHIN / 1000} s`)), WITHIN).unref();
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction('codeAutomationLog', (_level, parts) => print(parts));
  const remote = `vscode-remote://${await workbench.authority()}`;
  await page.goto(
    workbench.address(workspace, [
      ['extensionDevelopmentPath', `${remote}${path.join(here, 'shell')}`],
      ['extensionTestsPath', `${remote}${path.join(here, 'host/index.cjs')}`],
    ]),
  );
  result = await ended;
} finally {
  await page.screenshot({ path: path.join(out, 'host.png') }).catch(() => undefined);
  await browser.close();
  await workbench.stop();
}
if (result === 0) {
  rmSync(scratch, { recursive: true });
} else {
  workbench.printServerLog();
}
console.log(result === 0 ? 'host: passed' : `host: FAILED (${result}); see ${scratch}`);
process.exit(result === 0 ? 0 : 1);

/** Prints what the tests print, and not what the workbench has to say about itself. */
function print(parts) {
  const [text, ...rest] = parts;
  const line = format(String(text).replaceAll('%c', ''), ...rest.filter((part) => !isStyle(part)));
  const own = /^\s*\[tests\] ?/;
  if (process.env.GRIFFIER_E2E_VERBOSE || own.test(line)) {
    console.log(line.replace(own, '').trimEnd());
  }
}

function isStyle(part) {
  return typeof part === 'string' && /^color: /.test(part);
}
