// A letter is read, mended and followed: one journey through the window of a real Visual Studio Code, as a user makes it.
//
// usage: journey.mjs EDITOR VSIX OUT     exit: 0 all steps done, 1 otherwise

import { existsSync } from 'node:fs';
import path from 'node:path';
import { journey, place } from './lib/journey.mjs';
import { REAL_LETTER } from './lib/workspace.mjs';

/** The editor without the lists on its left. */
const PART = { x: 352, y: 36, width: 848, height: 510 };

await journey('journey', async ({ window, page, step, picture, settings, workspace }) => {
  await step('the letter opens and the server is well', async () => {
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await window.open('sahel.txt');
    await window.status('law').waitFor();
  });

  await step('the mouse on the second half of a broken citation shows the paper', async () => {
    const hover = await window.hover('29 521, nr. 385', 'vredesmissies');
    await hover.getByText('385').first().waitFor();
    await picture('hover', PART);
  });

  await step('a number that is not in the list is marked', async () => {
    await window.dismiss();
    await window.goTo(place(workspace, 'sahel.txt', '385'));
    await window.type('9');
    await window.squiggle().first().waitFor({ state: 'attached' });
    // The link follows what is typed a little later.
    await window.hover('9385', /lijst.*9385 \(ctrl/s);
    await picture('finding', PART);
  });

  await step('the mark goes when the number is mended', async () => {
    await window.dismiss();
    await window.press('Backspace');
    await window.squiggle().first().waitFor({ state: 'detached' });
  });

  const fixes = page.locator('.action-widget .monaco-list-row', {
    hasText: /29[ \u00a0]521/,
  });
  await step('a malformed dossier is marked and a fix is offered', async () => {
    const { line, column } = place(workspace, 'sahel.txt', '29 521, nr. 368');
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
    await window.goTo(place(workspace, 'sahel.txt', '29 521, nr. 385'));
    await window.insist(() => window.press('F12'), window.tab('kst-29521-385.txt'));
  });

  await step('F12 opens a paper known only from a list as a page', async () => {
    await window.open('sahel.txt');
    await window.goTo(place(workspace, 'sahel.txt', '29 521, nr. 368'));
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
    await window.dismiss();
    settings({ 'griffier.server.path': '/nergens/griffier' });
    const toast = page.locator('.notification-toast', {
      hasText: 'staat niet op /nergens/griffier',
    });
    // A trial of a click waits until the message has stopped moving.
    await toast.getByText('Instelling openen').click({ trial: true });
    await window.status('error').waitFor();
  });
});
