// A paper of which only the number is known: it has no file, and opens as a page of the server's.

const assert = require('node:assert/strict');
const vscode = require('vscode');
const { definitionsAt, griffier, openLetter, rangeOf, revert } = require('./support.cjs');

suite('a paper known only from a list', () => {
  let document;
  let page;

  suiteSetup(async () => {
    await griffier();
    ({ document } = await openLetter('sahel.txt'));
    const { start } = rangeOf(document, '29 521, nr. 368');
    const [place] = await definitionsAt(document, start);
    assert.equal(place?.uri.scheme, 'griffier', 'the definition is a page');
    page = await vscode.workspace.openTextDocument(place.uri);
  });

  teardown(() => revert(document));

  test('opens as a page that says which paper it is', () => {
    assert.match(page.getText(), /kst-29521-368|29.521,? nr\. 368/);
  });

  test('is read-only', async () => {
    // The same key in a letter shows that it is the page which refuses it, and not the editor.
    for (const [shown, typed] of [
      [document, true],
      [page, false],
    ]) {
      const before = shown.getText();
      await vscode.window.showTextDocument(shown);
      await vscode.commands.executeCommand('type', { text: 'x' });
      assert.equal(shown.getText() !== before, typed, `typing in ${shown.uri}`);
    }
  });
});
