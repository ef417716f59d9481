// The server as a process: which program runs, that it can be started anew, and that a wrong setting
// leaves the user without a server but not without a way back.

const assert = require('node:assert/strict');
const { rmSync, writeFileSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const vscode = require('vscode');
const { griffier, hoverAt, openLetter, rangeOf, until } = require('./support.cjs');

suite('the server', () => {
  const settings = () => vscode.workspace.getConfiguration('griffier');

  suiteSetup(griffier);

  teardown(async () => {
    await settings().update('server.path', undefined, vscode.ConfigurationTarget.Global);
    await griffier();
  });

  test('is the one that the extension carries', async () => {
    const { client } = await griffier();
    const { extensionPath } = vscode.extensions.getExtension('griffier.griffier');
    assert.equal(path.dirname(client.serverProcess.spawnfile), path.join(extensionPath, 'server'));
    assert.equal(client.initializeResult.serverInfo.name, 'griffier');
  });

  test('tells what it has read, for the status bar', async () => {
    const api = await griffier();
    const [held] = await until(
      api.onDidChangeStatus,
      () => api.corpora.length > 0 && api.corpora,
      'the corpora are told',
    );
    assert.ok(held.complete && held.letters >= 2, JSON.stringify(held));
    assert.equal(held.lists[0].until, '2025-02-15');
  });

  test('offers its pages by the protocol itself', async () => {
    const { client } = await griffier();
    const { workspace } = client.initializeResult.capabilities;
    assert.deepEqual(workspace?.textDocumentContent?.schemes, ['griffier']);
  });

  test('starts anew on command', async () => {
    const before = (await griffier()).client;
    await vscode.commands.executeCommand('griffier.restartServer');
    const { client } = await griffier();
    assert.notEqual(client.serverProcess.pid, before.serverProcess?.pid);
    const { document } = await openLetter('sahel.txt');
    const { start } = rangeOf(document, '29 521, nr. 385');
    assert.match(await hoverAt(document, start), /29.521/);
  });

  test('comes up again when it is killed', async () => {
    const api = await griffier();
    const { pid } = api.client.serverProcess;
    process.kill(pid, 'SIGKILL');
    await until(
      api.onDidChangeStatus,
      () => api.status?.quiescent && api.client.serverProcess?.pid !== pid,
      'another process took over',
    );
  });

  test('does not run when the setting names no program, and runs again without it', async () => {
    const api = await griffier();
    await settings().update('server.path', '/nergens/griffier', vscode.ConfigurationTarget.Global);
    await until(api.onDidChangeStatus, () => api.client === undefined, 'the server is gone');
    await settings().update('server.path', undefined, vscode.ConfigurationTarget.Global);
    await until(api.onDidChangeStatus, () => api.status?.quiescent, 'the bundled server runs');
  });

  test('does not run when the setting names another program', async () => {
    const api = await griffier();
    await settings().update('server.path', '/bin/echo', vscode.ConfigurationTarget.Global);
    await until(api.onDidChangeStatus, () => api.client === undefined, 'the server is gone');
    // Commands that need it say so, and break nothing.
    await vscode.commands.executeCommand('griffier.checkAll');
  });

  test('runs in another version too, which is told', async () => {
    const { client } = await griffier();
    const program = path.join(os.tmpdir(), `griffier-other-${process.pid}`);
    const lines = [
      '#!/bin/sh',
      'if [ "$1" = --version ]; then echo griffier 99.0.0; exit; fi',
      `exec '${client.serverProcess.spawnfile}' "$@"`,
    ];
    writeFileSync(program, `${lines.join('\n')}\n`, { mode: 0o755 });
    try {
      const api = await griffier();
      await settings().update('server.path', program, vscode.ConfigurationTarget.Global);
      await until(
        api.onDidChangeStatus,
        () => api.status?.quiescent && api.client.serverProcess?.spawnfile === program,
        'the other one runs',
      );
    } finally {
      rmSync(program);
    }
  });

  test('cannot be set by a workspace', async () => {
    await assert.rejects(
      Promise.resolve(
        settings().update('server.path', '/tmp/griffier', vscode.ConfigurationTarget.Workspace),
      ),
    );
  });
});
