// A note from its making to its end: in the margin, in the file beside the letter, after a restart and after the
// server was killed, on its passage while the letter changes, and where the passage is gone.

const assert = require('node:assert/strict');
const { readFileSync, rmSync } = require('node:fs');
const vscode = require('vscode');
const {
  accepting,
  griffier,
  openLetter,
  rangeOf,
  replace,
  revert,
  until,
  uriOf,
} = require('./support.cjs');

const LETTER = 'sahel.txt';
const PASSAGE = 'Die inzet verandert niet.';

suite('a note', () => {
  let api;
  let document;

  const sidecar = () => `${uriOf(LETTER).fsPath}.annotations.json`;
  const onDisk = () => readFileSync(sidecar(), 'utf8');
  const run = (command, ...args) => vscode.commands.executeCommand(`griffier.${command}`, ...args);
  const notes = () =>
    api.notes.find(({ uri }) => vscode.Uri.parse(uri).path === document.uri.path)?.notes ?? [];
  const thread = () => api.threads(document.uri)[0];
  const whenNotes = (check, what) =>
    until(api.onDidChangeNotes, () => (check(notes()) ? notes() : undefined), what);
  /** What the field in the margin hands over when one has written in it. */
  const written = (text, range) => ({
    text,
    thread: { uri: document.uri, range, comments: [], dispose() {} },
  });

  async function makeNote(text = 'Klopt dit **nog**?') {
    await run('thread.create', written(text, rangeOf(document, PASSAGE)));
    const [note] = await whenNotes((all) => all.length === 1, 'the note is told of');
    return note;
  }

  suiteSetup(async () => {
    api = await griffier();
    ({ document } = await openLetter(LETTER));
  });

  teardown(async () => {
    await revert(document);
    rmSync(sidecar(), { force: true });
    await run('notes.refresh');
    assert.equal(notes().length, 0, 'the next test begins without notes');
  });

  test('is made in the margin and stands in the file beside the letter', async () => {
    const before = document.getText();
    const note = await makeNote();
    assert.equal(note.quote, PASSAGE);
    assert.equal(note.state, 'open');
    assert.match(onDisk(), /Klopt dit \*\*nog\*\*\?/);
    assert.equal(document.getText(), before, 'the letter is as it was');
    assert.ok(!document.isDirty);
    assert.ok(thread().range.isEqual(rangeOf(document, PASSAGE)), 'the thread is on the passage');
    assert.equal(thread().comments.length, 1);
    assert.match(thread().comments[0].body.value, /Klopt dit/);
  });

  test('is answered, changed, resolved and reopened', async () => {
    await makeNote();
    await run('thread.reply', { thread: thread(), text: 'Ja, zie de laatste brief.' });
    await whenNotes(([note]) => note.replies.length === 1, 'the answer is told of');
    assert.equal(thread().comments.length, 2);

    const [first] = thread().comments;
    await run('comment.edit', first);
    const editing = thread().comments[0];
    assert.equal(editing.mode, vscode.CommentMode.Editing);
    editing.body = 'Klopt dit toch?';
    await run('comment.save', editing);
    await whenNotes(([note]) => note.body === 'Klopt dit toch?', 'the change is told of');
    assert.match(onDisk(), /Klopt dit toch\?/);
    assert.equal(thread().comments[0].mode, vscode.CommentMode.Preview);

    await run('thread.resolve', thread());
    await whenNotes(([note]) => note.state === 'resolved', 'it is resolved');
    assert.equal(thread().state, vscode.CommentThreadState.Resolved);
    await run('thread.reopen', thread());
    await whenNotes(([note]) => note.state === 'open', 'it is open again');
    assert.equal(thread().state, vscode.CommentThreadState.Unresolved);
  });

  test('is left alone when one cancels what one was changing', async () => {
    await makeNote();
    await run('comment.edit', thread().comments[0]);
    thread().comments[0].body = 'Onzin';
    await run('comment.cancel', thread().comments[0]);
    assert.equal(thread().comments[0].mode, vscode.CommentMode.Preview);
    assert.match(thread().comments[0].body.value, /Klopt dit/);
    assert.doesNotMatch(onDisk(), /Onzin/);
  });

  test('goes along while one types above it', async () => {
    await makeNote();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'Een regel erboven\n\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await whenNotes(
      () => thread()?.range.isEqual(rangeOf(document, PASSAGE)),
      'the thread has moved along',
    );
  });

  test('is an orphan when its passage is gone, and can be put on another', async () => {
    const { id } = await makeNote();
    await replace(document, PASSAGE, '');
    await document.save();
    await run('restartServer');
    await griffier();
    await whenNotes(([note]) => note?.orphan === true, 'it has lost its passage');
    assert.match(thread().label, /passage niet teruggevonden/);
    assert.match(thread().contextValue, /orphan/);

    const place = rangeOf(document, 'Den Haag');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(place.start, place.end);
    await accepting(run('thread.reattach', thread()));
    assert.equal(notes()[0].id, id);
    await whenNotes(([note]) => note?.orphan === false, 'it is on a passage again');
    assert.ok(thread().range.isEqual(place));
    await replace(
      document,
      '(Kamerstuk \n29 521, nr. 368). ',
      `(Kamerstuk \n29 521, nr. 368). ${PASSAGE}`,
    );
    await document.save();
  });

  test('is there after a restart, and after the server was killed', async () => {
    const { id } = await makeNote();
    await run('restartServer');
    await griffier();
    await whenNotes(([note]) => note?.id === id, 'it is there after a restart');

    const { pid } = (await griffier()).client.serverProcess;
    process.kill(pid, 'SIGKILL');
    await until(
      api.onDidChangeStatus,
      () => api.status?.quiescent && api.client.serverProcess?.pid !== pid,
      'another process took over',
    );
    await run('notes.refresh');
    assert.equal(notes()[0]?.id, id);
    await run('thread.reply', { thread: thread(), text: 'Nog steeds.' });
    await whenNotes(([note]) => note.replies.length === 1, 'it can be answered');
  });

  test('goes when it is deleted', async () => {
    const { id } = await makeNote();
    const { client } = await griffier();
    await client.sendRequest('workspace/executeCommand', {
      command: 'griffier.note.delete',
      arguments: [{ uri: client.code2ProtocolConverter.asUri(document.uri), id }],
    });
    await whenNotes((all) => all.length === 0, 'it is gone');
    assert.equal(api.threads(document.uri).length, 0);
  });

  test('is on the line where nothing is selected, and on the letter where the line is empty', async () => {
    const line = new vscode.Range(4, 0, 4, 0);
    await run('thread.create', written('Welke dag?', line));
    const [dated] = await whenNotes((all) => all.length === 1, 'the first is told of');
    assert.equal(dated.quote, 'Den Haag, 14 april 2020');
    await run('thread.create', written('Wie tekent dit?', new vscode.Range(1, 0, 1, 0)));
    const all = await whenNotes((told) => told.length === 2, 'the second is told of');
    assert.ok(all.some(({ whole, body }) => whole && body === 'Wie tekent dit?'));
  });

  test('is kept for a letter that has no file yet', async () => {
    const content = 'Den Haag, 14 april 2020\n\nZie de brief (Kamerstuk 29 521, nr. 385).\n';
    const draft = await vscode.workspace.openTextDocument({ language: 'kamerbrief', content });
    await vscode.window.showTextDocument(draft);
    const passage = rangeOf(draft, 'Zie de brief');
    const { thread: beside } = written('', passage);
    await run('thread.create', { text: 'Welke?', thread: { ...beside, uri: draft.uri } });
    await until(
      api.onDidChangeNotes,
      () => api.threads(draft.uri)[0]?.range.isEqual(passage),
      'the note is on the passage',
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('has tags to choose from, in the language that is set', async () => {
    const { client } = await griffier();
    const { tags } = await client.sendRequest('griffier/tags', {});
    assert.ok(tags.length >= 5, `tags: ${tags.map(({ name }) => name).join(', ')}`);
    for (const { name, label } of tags) {
      assert.ok(name !== '' && label !== '');
    }
  });
});
