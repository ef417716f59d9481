// What the settings of the editor change, what the file of settings is told, and which files have which language.

const assert = require('node:assert/strict');
const vscode = require('vscode');
const {
  diagnosticsOf,
  findingOn,
  griffier,
  hoverAt,
  openLetter,
  rangeOf,
  replace,
  revert,
  until,
} = require('./support.cjs');

suite('the settings', () => {
  const set = (key, value) =>
    vscode.workspace
      .getConfiguration('griffier')
      .update(key, value, vscode.ConfigurationTarget.Workspace);
  let document;

  suiteSetup(async () => {
    await griffier();
    ({ document } = await openLetter('sahel.txt'));
  });

  teardown(async () => {
    await set('findings.severity', undefined);
    await set('language', undefined);
    await revert(document);
  });

  test('say how loudly a rule speaks, at once', async () => {
    await replace(document, 'nr. 385', 'nr. 9385');
    const wrong = rangeOf(document, '9385');
    const { code } = await findingOn(document, wrong);
    const rule = typeof code === 'object' ? code.value : code;
    await set('findings.severity', { [rule]: 'off' });
    await diagnosticsOf(document, (own) => own.length === 0, 'the rule is off');
    await set('findings.severity', { [rule]: 'error' });
    const isError = ({ severity }) => severity === vscode.DiagnosticSeverity.Error;
    await diagnosticsOf(document, (own) => own.some(isError), 'the rule is an error');
    await set('findings.severity', undefined);
    const isWarning = ({ severity }) => severity === vscode.DiagnosticSeverity.Warning;
    await diagnosticsOf(document, (own) => own.some(isWarning), 'the file decides again');
  });

  test('change the language of what is said', async () => {
    const { start } = rangeOf(document, '29 521, nr. 368');
    assert.match(await hoverAt(document, start), /Bekend uit/);
    await set('language', 'en');
    // The server asks for the settings; until it has, it answers as before.
    let told = '';
    for (let tries = 0; tries < 100 && !/Known from/.test(told); tries++) {
      await new Promise((next) => setTimeout(next, 100));
      told = await hoverAt(document, start);
    }
    assert.match(told, /Known from/);
  });

  test('that are wrong in griffier.toml are told there', async () => {
    const [{ uri }] = vscode.workspace.workspaceFolders;
    const file = vscode.Uri.joinPath(uri, 'griffier.toml');
    const toml = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(toml);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'taal = "nl"\n'));
    const [told] = await diagnosticsOf(toml, (own) => own.length > 0, 'the unknown key is told');
    assert.match(told.message, /taal/);
    assert.equal(told.range.start.line, 0);
    await revert(toml);
  });
});

suite('the language Kamerbrief', () => {
  suiteSetup(griffier);

  test('is that of what begins like an official print', async () => {
    const { document } = await openLetter('kst-29521-385.txt');
    await until(
      vscode.workspace.onDidOpenTextDocument,
      () =>
        vscode.workspace.textDocuments.some(
          ({ uri, languageId }) =>
            uri.toString() === document.uri.toString() && languageId === 'kamerbrief',
        ),
      'the language is set',
    );
  });

  test('has dashes and quotation marks that nobody is warned of, as in other texts', async () => {
    const { document } = await openLetter('kst-29521-385.txt');
    const { uri } = document;
    const editor = vscode.workspace.getConfiguration('editor', { uri, languageId: 'kamerbrief' });
    assert.equal(editor.get('unicodeHighlight.ambiguousCharacters'), false);
    assert.equal(editor.get('wordWrap'), 'on');
  });

  test('is not that of other texts', async () => {
    const { document } = await openLetter('sahel.txt');
    assert.equal(document.languageId, 'plaintext');
  });
});
