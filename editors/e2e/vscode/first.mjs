// What a new user looks at first: the dossier of a citation, the walkthrough, and the sample letters. A journey through
// the window of a real Visual Studio Code.
//
// usage: first.mjs EDITOR VSIX OUT     exit: 0 all steps done, 1 otherwise

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { journey, place } from './lib/journey.mjs';
import { Window } from './lib/window.mjs';

const PART = { x: 48, y: 36, width: 1000, height: 734 };

await journey(
  'first',
  async ({ window, page, step, picture, workspace, scratch, shots, workbench }) => {
    const row = (words) => page.locator('.pane-body .monaco-list-row', { hasText: words }).first();

    await step('the letter opens and the server is well', async () => {
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      await window.open('sahel.txt');
      await window.status('law').waitFor();
    });

    await step(
      'the view of the dossier shows its papers, what they cite and by whom they are cited',
      async () => {
        await window.goTo(place(workspace, 'sahel.txt', '29 521, nr. 385'));
        await window.command('Griffier: Show Dossier');
        await row('29 521, nr. 385').waitFor();
        await row('Aangehaald').waitFor();
      },
    );

    await step('by keys alone one goes from a paper to where it is cited', async () => {
      await row('29 521, nr. 385').and(page.locator('.focused')).waitFor();
      while ((await row('Aangehaald').getAttribute('class')).includes('focused') === false) {
        await window.press('ArrowDown');
      }
      await window.press('ArrowRight');
      await row('sahel.txt').waitFor();
      await picture('dossier', PART);
      while ((await row('sahel.txt').getAttribute('class')).includes('focused') === false) {
        await window.press('ArrowDown');
      }
      await window.press('Enter');
      await page.locator('.statusbar-item', { hasText: /Ln (9|10), / }).waitFor();
    });

    await step('the item in the status bar offers the doctor', async () => {
      await window.status('law').click();
      await window.choice('Nagaan wat er mis is').click();
      await window.tab('griffier doctor').waitFor();
      await window.shows('griffier');
    });

    await step('a mistake in the settings of the workspace is marked', async () => {
      await window.open('griffier.toml');
      await window.shows('[corpus]');
      await window.type('taal = "nl"\n');
      await window.squiggle().first().waitFor({ state: 'attached' });
      if ((await page.locator('.comment-range-glyph').count()) > 0) {
        throw new Error('notes are offered where there is no letter');
      }
      await window.command('File: Revert File');
      await window.squiggle().first().waitFor({ state: 'detached' });
    });

    await step('the walkthrough shows the first steps', async () => {
      await window.command('Welcome: Open Walkthrough...');
      await window.type('Griffier');
      await window.choice(/Griffier/).waitFor();
      await window.press('Enter');
      await page.getByText('Try it on sample letters').first().waitFor();
    });

    await step('the sample letters open in a window of their own', async () => {
      const opened = page.context().waitForEvent('page');
      await window.command('Griffier: Open the Sample Letters');
      const sample = new Window(await opened);
      await sample.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      await sample.open('concept-brief-sahel.md');
      await sample.status('law').waitFor();
      await sample.squiggle().first().waitFor({ state: 'attached' });
      await sample.screenshot(shots, 'sample');
      await sample.page.close();
    });

    await step('a folder of letters is left alone until it is made a workspace', async () => {
      const letters = path.join(scratch, 'brieven');
      mkdirSync(letters);
      writeFileSync(path.join(letters, 'brief.txt'), 'Zie de brief (Kamerstuk 29 521, nr. 385).\n');
      await page.goto(workbench.address(letters));
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      await window.open('brief.txt');
      // Once its commands are known, the extension would have been started if anything asked for it.
      await window.find('Griffier: Make This Folder a Workspace');
      if ((await page.locator('.statusbar-item', { hasText: 'Griffier' }).count()) > 0) {
        throw new Error('Griffier has started in a folder that has nothing to do with it');
      }
      await window.press('Enter');
      await window.tab('griffier.toml').waitFor();
      if (!existsSync(path.join(letters, 'griffier.toml'))) {
        throw new Error('there is no griffier.toml on disk');
      }
      await window.open('brief.txt');
      await window.status('law').waitFor();
      await window.hover('29 521, nr. 385', 'Kamerstuk 29 521, nr. 385');
    });
  },
);
