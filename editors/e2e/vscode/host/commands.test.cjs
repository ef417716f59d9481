// The commands of the palette, as far as they ask nothing: what they ask is for the journey.

const assert = require('node:assert/strict');
const vscode = require('vscode');
const {
  accepting,
  diagnosticsOf,
  editorOf,
  findingOn,
  griffier,
  openLetter,
  rangeOf,
  replace,
  revert,
  until,
  uriOf,
} = require('./support.cjs');

const run = (command, ...args) => vscode.commands.executeCommand(`griffier.${command}`, ...args);

suite('the commands', () => {
  let api;
  let document;
  let editor;

  suiteSetup(async () => {
    api = await griffier();
  });

  setup(async () => {
    ({ document, editor } = await openLetter('sahel.txt'));
  });

  teardown(() => revert(document));

  test('have a title in both languages', () => {
    const { packageJSON } = vscode.extensions.getExtension('griffier.griffier');
    for (const { command, title } of packageJSON.contributes.commands) {
      const shown = typeof title === 'string' ? title : title.value;
      assert.ok(shown !== '' && !shown.startsWith('%'), `${command}: ${shown}`);
    }
  });

  test('go to the next finding and to the one before', async () => {
    await replace(document, 'nr. 385', 'nr. 9385');
    await replace(document, 'nr. 368', 'nr. 9368');
    const [first, second] = ['9385', '9368'].map((words) => rangeOf(document, words));
    await findingOn(document, first);
    await findingOn(document, second);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const at = () => editor.selection.active;
    await run('nextFinding');
    assert.equal(at().line, first.start.line);
    await run('nextFinding');
    assert.equal(at().line, second.start.line);
    await run('nextFinding');
    assert.equal(at().line, first.start.line, 'behind the last comes the first');
    await run('previousFinding');
    assert.equal(at().line, second.start.line);
  });

  test('copy the words of a citation', async () => {
    await run('copyCitation', { paper: { id: 'kst-29521-368' } });
    assert.equal(await vscode.env.clipboard.readText(), 'Kamerstuk 29 521, nr. 368');
  });

  test('copy the citation under the cursor in the style that is chosen', async () => {
    const { start } = rangeOf(document, '29 521, nr. 385');
    editor.selection = new vscode.Selection(start, start);
    await accepting(run('copyCitation'));
    assert.match(await vscode.env.clipboard.readText(), /29.521, nr\. 385/);
  });

  test('insert a citation at the cursor', async () => {
    const end = document.lineAt(0).range.end;
    editor.selection = new vscode.Selection(end, end);
    await run('insertCitation', { paper: { id: 'kst-29521-368' } });
    assert.match(document.lineAt(0).text, /DEFENSIEKamerstuk 29 521, nr\. 368$/);
  });

  test('show the dossier of a citation, in order, with what is cited and by whom', async () => {
    const place = rangeOf(document, '29 521, nr. 385').start;
    editor.selection = new vscode.Selection(place, place);
    await run('showDossier');
    const { label, papers } = api.dossier;
    assert.equal(label, '29 521');
    const numbers = papers.map(({ id }) => Number(id.split('-').at(-1)));
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => a - b),
    );
    const paper = papers.find(({ id }) => id === 'kst-29521-385');
    assert.ok(paper.uri.endsWith('kst-29521-385.txt'));
    assert.ok(paper.citedBy >= 1);
    assert.match(paper.official, /^https:\/\/zoek\.officielebekendmakingen\.nl\//);
    await run('showDossier', '29521');
    const ids = (all) => all.map(({ id }) => id);
    assert.deepEqual(ids(api.dossier.papers), ids(papers));
    await run('dossier.follow');
  });

  test('check all letters, those that are closed too', async () => {
    const closed = uriOf('gesloten.txt');
    const text = 'Den Haag, 14 april 2020\n\nZie één brief (Kamerstuk 29 521, nr. 9385).\n';
    await vscode.workspace.fs.writeFile(closed, Buffer.from(text));
    await run('checkAll');
    const [found] = await until(
      vscode.languages.onDidChangeDiagnostics,
      () => {
        const all = vscode.languages.getDiagnostics(closed);
        return all.length > 0 ? all : undefined;
      },
      'the finding of a letter that is not open',
    );
    assert.match(found.message, /9385/);
    assert.equal(found.range.start.line, 2);
    const opened = await vscode.workspace.openTextDocument(closed);
    await vscode.window.showTextDocument(opened);
    const own = await diagnosticsOf(opened, (all) => all.length > 0, 'the server tells it now');
    assert.equal(own.length, 1, 'and it is told once');
    assert.ok(own[0].range.contains(rangeOf(opened, '9385')));
    await vscode.workspace.fs.delete(closed);
  });

  test('let the doctor say what there is', async () => {
    await run('doctor');
    const shown = await editorOf(
      ({ document: { uri } }) => uri.scheme === 'griffier-report',
      'the report is shown',
    );
    assert.match(shown.document.getText(), /griffier/i);
    assert.ok(!shown.document.isDirty);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
