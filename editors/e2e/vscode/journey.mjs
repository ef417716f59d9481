// One journey through the window of a real Visual Studio Code, as a user makes it, with a screenshot
// of each step for someone to look at.
//
// usage: journey.mjs EDITOR VSIX OUT     exit: 0 all steps done, 1 otherwise

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openBrowser } from './lib/browser.mjs';
import { Window } from './lib/window.mjs';
import { Workbench } from './lib/workbench.mjs';
import { makeWorkspace, REAL_LETTER } from './lib/workspace.mjs';

const [editor, vsix, out] = process.argv.slice(2).map((argument) => path.resolve(argument));

const scratch = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'griffier-journey-')));
const workspace = makeWorkspace(path.join(scratch, 'workspace'));
const shots = path.join(out, 'journey');
rmSync(shots, { recursive: true, force: true });
mkdirSync(shots, { recursive: true });

const workbench = await Workbench.start({ editor, vsix, scratch });
const { browser, page } = await openBrowser();
const window = new Window(page);
let steps = 0;
let failed = false;

try {
  await page.goto(workbench.address(workspace));

  await step('the letter opens and the server is well', async () => {
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await window.open('sahel.txt');
    await window.status('law').waitFor();
  });

  await step('the mouse on the second half of a broken citation shows the paper', async () => {
    const hover = await window.hover('29 521, nr. 385', 'vredesmissies');
    await hover.getByText('385').first().waitFor();
  });

  await step('a number that is not in the list is marked', async () => {
    await dismiss();
    await window.goTo(place('sahel.txt', '385'));
    await window.type('9');
    await window.squiggle().first().waitFor({ state: 'attached' });
    await window.hover('9385', /lijst/);
  });

  await step('the mark goes when the number is mended', async () => {
    await dismiss();
    await window.press('Backspace');
    await window.squiggle().first().waitFor({ state: 'detached' });
  });

  const fixes = page.locator('.action-widget .monaco-list-row', {
    hasText: /29[ \u00a0]521/,
  });
  await step('a malformed dossier is marked and a fix is offered', async () => {
    const { line, column } = place('sahel.txt', '29 521, nr. 368');
    await window.goTo({ line, column: column + 2 });
    await window.press('Delete', 'ArrowRight');
    await window.type(' ');
    await window.shows('295 21, nr. 368');
    await window.squiggle().first().waitFor({ state: 'attached' });
    await window.goTo({ line, column: column + 1 });
    await window.insist(() => window.press('Control+.'), fixes.first());
  });

  await step('the fix mends it and the mark goes', async () => {
    // The entry in focus is the one that Enter takes; go down to ours.
    while ((await fixes.first().getAttribute('class')).split(' ').includes('focused') === false) {
      await window.press('ArrowDown');
    }
    await window.press('Enter');
    await window.shows('29 521, nr. 368');
    await window.squiggle().first().waitFor({ state: 'detached' });
  });

  await step('F12 goes to the letter cited', async () => {
    await window.goTo(place('sahel.txt', '29 521, nr. 385'));
    await window.insist(() => window.press('F12'), window.tab('kst-29521-385.txt'));
  });

  await step('F12 opens a paper known only from a list as a page', async () => {
    await window.open('sahel.txt');
    await window.goTo(place('sahel.txt', '29 521, nr. 368'));
    await window.insist(() => window.press('F12'), window.tab(/29521-368/));
    await window.shows('368');
  });

  if (existsSync(path.join(workspace, 'brieven', REAL_LETTER))) {
    await step('the real letter shows the paper on the second half as well', async () => {
      await window.open(REAL_LETTER);
      await window.hover('29 521, nr. 385', 'vredesmissies');
    });
  }

  await step('a wrong path of the server is explained, with a way out', async () => {
    await dismiss();
    const settings = path.join(scratch, 'user/Machine/settings.json');
    const now = JSON.parse(readFileSync(settings, 'utf8'));
    writeFileSync(
      settings,
      JSON.stringify({ ...now, 'griffier.server.path': '/nergens/griffier' }),
    );
    const toast = page.locator('.notification-toast', {
      hasText: 'staat niet op /nergens/griffier',
    });
    // A trial of a click waits until the message has stopped moving.
    await toast.getByText('Instelling openen').click({ trial: true });
    await window.status('error').waitFor();
  });
} catch {
  failed = true;
} finally {
  await browser.close();
  await workbench.stop();
}
if (failed) {
  workbench.printServerLog();
} else {
  rmSync(scratch, { recursive: true });
}
console.log(
  failed
    ? `journey: FAILED; see ${shots} and ${scratch}`
    : `journey: ${steps} steps done; ${shots}`,
);
process.exit(failed ? 1 : 0);

/** Does one step and takes a picture of its end, whichever that was. The first failure ends all. */
async function step(name, task) {
  steps++;
  const file = `${String(steps).padStart(2, '0')}-${name.replaceAll(/\W+/g, '-')}`;
  const begun = Date.now();
  try {
    await task();
    console.log(`  ok      ${name} (${Date.now() - begun} ms)`);
  } catch (error) {
    console.log(`  FAILED  ${name}\n${error.message}`);
    throw error;
  } finally {
    await window.screenshot(shots, file);
  }
}

/** Closes a hover or a menu that would lie over what comes next. */
async function dismiss() {
  await page.mouse.move(1, 1);
  await window.press('Escape');
}

/** Where `words` stand in a letter as it is on disk, as line and column from 1. */
function place(letter, words) {
  const text = readFileSync(path.join(workspace, 'brieven', letter), 'utf8');
  const at = text.indexOf(words);
  if (at < 0) {
    throw new Error(`"${words}" does not stand in ${letter}`);
  }
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1).length + 1 };
}
