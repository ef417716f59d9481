// A letter whose citations run over line ends: what a reader sees of them, and where they lead.

const assert = require('node:assert/strict');
const vscode = require('vscode');
const {
  applyAction,
  definitionsAt,
  diagnosticsOf,
  editorOf,
  findingOn,
  griffier,
  hoverAt,
  nameOf,
  openLetter,
  quickFixesAt,
  rangeOf,
  replace,
  revert,
} = require('./support.cjs');

/** Nothing that a writer has to look at. Only to be waited for after there was something. */
const quiet = (own) => own.every(({ severity }) => severity > vscode.DiagnosticSeverity.Warning);

suite('a letter', () => {
  let document;

  suiteSetup(async () => {
    await griffier();
    ({ document } = await openLetter('sahel.txt'));
  });

  teardown(() => revert(document));

  test('shows the paper on both halves of a broken citation', async () => {
    for (const half of ['overleg liep (Kamerstuk', '29 521, nr. 385']) {
      const range = rangeOf(document, half);
      for (const position of [range.end.translate(0, -1), range.end.translate(0, -4)]) {
        const hover = await hoverAt(document, position);
        assert.match(hover, /kst-29521-385|29.521,? nr\. 385/, `hover on "${half}"`);
        assert.match(hover, /Nederlandse deelname aan vredesmissies/, `hover on "${half}"`);
      }
    }
  });

  test('shows nothing beside a citation', async () => {
    assert.equal(await hoverAt(document, rangeOf(document, 'compagnie').start), '');
  });

  test('is warned of a number that is not in the list', async () => {
    await replace(document, 'nr. 385', 'nr. 9385');
    const wrong = rangeOf(document, '9385');
    const finding = await findingOn(document, wrong);
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    assert.ok(finding.range.contains(wrong), 'the mark covers the number');
    assert.match(finding.message, /9385/);
    await replace(document, 'nr. 9385', 'nr. 385');
    await diagnosticsOf(document, quiet, 'the warning goes with its cause');
  });

  test('is offered a fix for a malformed dossier, which removes the finding', async () => {
    await replace(document, '29 521, nr. 368', '295 21, nr. 368');
    const wrong = rangeOf(document, '295 21');
    const finding = await findingOn(document, wrong);
    const fixes = await quickFixesAt(document, finding.range);
    const fix = fixes.find(({ title }) => title.replaceAll('\u00a0', ' ').includes('29 521'));
    assert.ok(fix, `a fix to 29 521 among: ${fixes.map(({ title }) => title).join('; ')}`);
    await applyAction(fix);
    await diagnosticsOf(document, quiet, 'the fix removes its finding');
    assert.match(document.getText(), /\(Kamerstuk \n29[ \u00a0]521, nr\. 368\)/);
  });

  test('leads from either line to the heading of the letter cited', async () => {
    for (const half of ['overleg liep (Kamerstuk', '29 521, nr. 385']) {
      const position = rangeOf(document, half).end.translate(0, -1);
      const [place, ...others] = await definitionsAt(document, position);
      assert.equal(others.length, 0, `one place from "${half}"`);
      assert.equal(nameOf(place.uri), 'kst-29521-385.txt', `from "${half}"`);
    }
  });

  test('F12 opens the letter cited', async () => {
    const editor = await vscode.window.showTextDocument(document);
    const { start } = rangeOf(document, '29 521, nr. 385');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    const cited = await editorOf(
      (active) => nameOf(active.document.uri) === 'kst-29521-385.txt',
      'F12 shows kst-29521-385.txt',
    );
    const heading = rangeOf(cited.document, 'BRIEF VAN DE MINISTERS').end.line;
    assert.ok(cited.selection.active.line <= heading, 'the cursor is in the heading of the print');
  });
});

suite('the real letter', () => {
  let document;

  suiteSetup(async function () {
    await griffier();
    try {
      ({ document } = await openLetter('takuba-2020-03-27.txt'));
    } catch {
      // host.mjs has said where it looked.
      this.skip();
    }
  });

  teardown(() => document && revert(document));

  test('shows 29 521, nr. 385 on both lines, and leads to it from both', async () => {
    for (const half of ['Kennisgevingsbrief (Kamerstuk', '29 521, nr. 385']) {
      const position = rangeOf(document, half).end.translate(0, -1);
      assert.match(await hoverAt(document, position), /kst-29521-385|29.521,? nr\. 385/, half);
      const [place] = await definitionsAt(document, position);
      assert.equal(nameOf(place.uri), 'kst-29521-385.txt', half);
    }
  });

  test('shows a mark on a broken number, and none at all when it is mended', async () => {
    await replace(document, 'nr. 385', 'nr. 9385');
    const wrong = rangeOf(document, '9385');
    const { severity } = await findingOn(document, wrong);
    assert.equal(severity, vscode.DiagnosticSeverity.Warning);
    await replace(document, 'nr. 9385', 'nr. 385');
    await diagnosticsOf(document, quiet, 'the warning goes with its cause');
  });
});
