// What every journey through the window needs: an editor with the VSIX in it, a workspace, steps with a screenshot of the
// end of each for someone to look at, and pictures in light, dark and high contrast of what is worth showing.

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';
import { Window } from './window.mjs';
import { Workbench } from './workbench.mjs';
import { makeWorkspace } from './workspace.mjs';

const THEMES = {
  light: ['Default Light Modern', '.monaco-workbench.vs:not(.vs-dark)'],
  dark: ['Default Dark Modern', '.monaco-workbench.vs-dark'],
  contrast: ['Default High Contrast', '.monaco-workbench.hc-black'],
};

/** Where the pictures of the extension's README and walkthrough stand; they are made anew on demand only. */
const MEDIA = fileURLToPath(new URL('../../../vscode/media', import.meta.url));

/** Makes one journey and ends the process: with 0 where all its steps were done, else with 1. */
export async function journey(name, travel) {
  const [editor, vsix, out] = process.argv.slice(2).map((argument) => path.resolve(argument));
  const scratch = realpathSync(mkdtempSync(path.join(os.tmpdir(), `griffier-${name}-`)));
  const workspace = makeWorkspace(path.join(scratch, 'workspace'));
  const shots = path.join(out, name);
  rmSync(shots, { recursive: true, force: true });
  mkdirSync(shots, { recursive: true });

  const workbench = await Workbench.start({ editor, vsix, scratch });
  const { browser, page } = await openBrowser();
  const window = new Window(page);
  let steps = 0;

  /** Does one step and takes a picture of its end, whichever that was. The first failure ends all. */
  const step = async (what, task) => {
    steps++;
    const file = `${String(steps).padStart(2, '0')}-${what.replaceAll(/\W+/g, '-')}`;
    const begun = Date.now();
    try {
      await task();
      console.log(`  ok      ${what} (${Date.now() - begun} ms)`);
    } catch (error) {
      console.log(`  FAILED  ${what}\n${error.message}`);
      throw error;
    } finally {
      await window.screenshot(shots, file).catch(() => undefined);
    }
  };

  /** Changes settings of the user, as they would in the file; the editor follows at once. */
  const settings = (change) => {
    for (const scope of ['User', 'Machine']) {
      const file = path.join(scratch, 'user', scope, 'settings.json');
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }));
    }
  };

  /** What is on the screen now in light, dark and high contrast; `clip` is the part that is worth showing elsewhere. */
  const picture = async (what, clip = { x: 0, y: 0, width: 1280, height: 800 }) => {
    for (const [theme, [label, sign]] of Object.entries(THEMES)) {
      // Of two changes of the file in quick succession the editor may miss one.
      await window.insist(
        () => settings({ 'workbench.colorTheme': label }),
        page.locator(sign).first(),
      );
      await window.screenshot(shots, `${what}-${theme}`);
      if (process.env.GRIFFIER_PICTURES && theme !== 'contrast') {
        await page.screenshot({ path: path.join(MEDIA, `${what}-${theme}.png`), clip });
      }
    }
  };

  let failed = false;
  try {
    await page.goto(workbench.address(workspace));
    await travel({ window, page, step, picture, settings, workspace, scratch, shots, workbench });
  } catch (error) {
    failed = true;
    if (steps === 0) {
      console.log(error);
    }
  } finally {
    await browser.close();
    await workbench.stop();
  }
  if (failed) {
    workbench.printServerLog();
    console.log(`${name}: FAILED; see ${shots} and ${scratch}`);
  } else {
    rmSync(scratch, { recursive: true });
    console.log(`${name}: ${steps} steps done; ${shots}`);
  }
  process.exit(failed ? 1 : 0);
}

/** Where `words` stand in a letter as it is on disk, as line and column from 1. */
export function place(workspace, letter, words) {
  const text = readFileSync(path.join(workspace, 'brieven', letter), 'utf8');
  const at = text.indexOf(words);
  if (at < 0) {
    throw new Error(`"${words}" does not stand in ${letter}`);
  }
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1).length + 1 };
}
