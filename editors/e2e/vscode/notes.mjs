// A note is made, answered and found again: a journey through the window of a real Visual Studio Code.
//
// usage: notes.mjs EDITOR VSIX OUT     exit: 0 all steps done, 1 otherwise

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { journey, place } from './lib/journey.mjs';
import { patience } from './lib/patience.mjs';

const PASSAGE = 'Die inzet verandert niet.';
/** The letter with the note under it. */
const PART = { x: 48, y: 36, width: 1122, height: 470 };

await journey('notes', async ({ window, page, step, picture, settings, workspace }) => {
  settings({ 'griffier.annotation.creator': 'A. de Vries' });
  const sidecar = path.join(workspace, 'brieven/sahel.txt.annotations.json');
  const thread = page.locator('.review-widget:visible');
  const row = (words) => page.locator('.pane-body .monaco-list-row', { hasText: words }).first();

  await step('the letter opens and the server is well', async () => {
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await window.open('sahel.txt');
    await window.status('law').waitFor();
  });

  await step('a passage is annotated with a tag and words, by keys alone', async () => {
    await window.goTo(place(workspace, 'sahel.txt', PASSAGE));
    await window.press('Shift+End', 'Control+F9');
    await window.field('Labels').waitFor();
    await window.type('feit');
    await window.choice(/feit/i).waitFor();
    await window.press('ArrowDown', 'Space', 'Enter');
    await window.field('Notitie bij').waitFor();
    await window.type('Klopt dit nog na de laatste brief?');
    await window.press('Enter');
    await window.answered();
    await until(() => existsSync(sidecar) && /Klopt dit nog/.test(readFileSync(sidecar, 'utf8')));
  });

  await step('it stands in the view of notes, from where one goes to it', async () => {
    await window.command('Griffier: Focus on Notes View');
    await row('Klopt dit nog').click();
    await thread.getByText('Klopt dit nog').waitFor();
  });

  await step('it is answered in the margin', async () => {
    const field = thread.locator('.comment-form');
    await field.click();
    await thread.locator('.comment-form .monaco-editor').first().waitFor();
    await window.type('Ja, zie Kamerstuk 29 521, nr. 385.');
    await thread.getByRole('button', { name: 'Reply' }).last().click();
    await until(() => /Ja, zie/.test(readFileSync(sidecar, 'utf8')));
    await thread.locator('.review-comment', { hasText: 'Ja, zie' }).waitFor();
    await picture('note', PART);
  });

  await step('the view groups notes by their tags', async () => {
    await window.command('Griffier: Group Notes…');
    await window.choice('Per label').waitFor();
    await window.type('label');
    await window.press('Enter');
    await row('feit te controleren').waitFor();
  });

  await step('the letter is exported with its notes', async () => {
    await window.command('Griffier: Export Letter With Notes…');
    // Enter before the question is there would go into the letter.
    await window.field('Brief met notities exporteren').locator('.monaco-list-row').waitFor();
    await window.press('Enter');
    const exported = path.join(workspace, 'brieven/sahel.html');
    await until(() => existsSync(exported) && /Ja, zie/.test(readFileSync(exported, 'utf8')));
    await page.locator('.notification-toast', { hasText: 'brieven/sahel.html' }).waitFor();
  });

  await step('it is resolved in the margin', async () => {
    await thread.getByRole('button', { name: 'Resolve' }).first().click();
    await until(() => /griffier:state[^,]*resolved|"resolved"/.test(readFileSync(sidecar, 'utf8')));
    // The editor folds what is resolved.
    await thread.waitFor({ state: 'detached' });
    await row('Klopt dit nog').click();
    await thread.getByRole('button', { name: 'Reopen' }).first().waitFor();
  });

  await step('it is deleted with its answer, after a question', async () => {
    await thread.locator('.review-comment').first().hover();
    await thread.getByRole('button', { name: 'Delete' }).first().click();
    const question = page.locator('.monaco-dialog-box', { hasText: 'met 1 antwoord verwijderen?' });
    await question.getByRole('button', { name: 'Verwijderen' }).click();
    await until(() => !existsSync(sidecar) || !/Klopt dit nog/.test(readFileSync(sidecar, 'utf8')));
    await thread.waitFor({ state: 'detached' });
  });
});

/** What is written to disk is there soon, but not at once. */
async function until(check) {
  const end = Date.now() + 15_000 * patience;
  while (!check()) {
    if (Date.now() > end) {
      throw new Error('the file of notes does not say so');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
