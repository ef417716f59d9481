// Editor and server must have the same text, whatever was typed, pasted, undone and redone.

const assert = require('node:assert/strict');
const { xxhash3 } = require('hash-wasm');
const vscode = require('vscode');
const { griffier, openLetter, revert, uriOf } = require('./support.cjs');

/** Of one, two and four bytes in UTF-8, of one and two units in UTF-16, and ends of lines. */
const PIECES = [
  'x',
  ' ',
  '\n',
  'één ',
  '– ',
  '𝄞',
  '\u00a0',
  '(Kamerstuk \n29 521, nr. 385)',
  'nr. ',
  'e\u0301',
];

/** The same numbers at each run, so that a failure can be seen again. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

suite('the text of the server', () => {
  let client;
  let document;
  let editor;

  suiteSetup(async () => {
    ({ client } = await griffier());
  });

  setup(async () => {
    ({ document, editor } = await openLetter('sahel.txt'));
  });

  teardown(async () => {
    if (!document.isClosed) {
      await revert(document);
    }
  });

  async function assertSame(when) {
    const textDocument = {
      uri: client.code2ProtocolConverter.asUri(document.uri),
    };
    const server = await client.sendRequest('griffier/documentState', {
      textDocument,
    });
    const hash = await xxhash3(Buffer.from(document.getText(), 'utf8'));
    assert.deepEqual(server, { version: document.version, hash }, when);
  }

  test('is the same at the start', () => assertSame('as opened'));

  test('is the same after a burst of 200 edits', async () => {
    const next = numbers(29521);
    for (let count = 1; count <= 200; count++) {
      // Up to three places at once: one notification with several changes.
      const places = new Set(Array.from({ length: 1 + next(3) }, () => next(document.lineCount)));
      const done = await editor.edit((builder) => {
        for (const line of places) {
          const { length } = document.lineAt(line).text;
          const from = next(length + 1);
          const to = Math.min(length, from + next(4));
          builder.replace(new vscode.Range(line, from, line, to), PIECES[next(PIECES.length)]);
        }
      });
      assert.ok(done, `the editor took edit ${count}`);
    }
    await assertSame('after 200 edits');
    for (let count = 0; count < 25; count++) {
      await vscode.commands.executeCommand('undo');
    }
    await assertSame('after undoing some');
    await vscode.commands.executeCommand('redo');
    await assertSame('after redoing one');
  });

  test('is the same after typing 20 signs a second in a long letter', async function () {
    const seconds = Number(process.env.GRIFFIER_TYPING_SECONDS ?? 5);
    this.timeout((seconds + 60) * 1000);
    const { bigLetter } = await import('../lib/letter.mjs');
    await vscode.workspace.fs.writeFile(uriOf('groot.txt'), Buffer.from(bigLetter()));
    ({ document } = await openLetter('groot.txt'));
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(400, 0, 400, 0) });
    const words = 'Zie – één brief (Kamerstuk 29 521, nr. 385) 𝄞. ';
    const signs = Array.from(words.repeat(Math.ceil((seconds * 20) / words.length) + 1));
    const begun = Date.now();
    for (let at = 0; at < seconds * 20; at++) {
      await vscode.commands.executeCommand('type', { text: signs[at] });
      await new Promise((next) => setTimeout(next, begun + (at + 1) * 50 - Date.now()));
    }
    await assertSame(`after ${seconds} s`);
    await revert(document);
    await vscode.workspace.fs.delete(uriOf('groot.txt'));
  });

  test('is the same after the line ends changed', async () => {
    await editor.edit((builder) => builder.setEndOfLine(vscode.EndOfLine.CRLF));
    await editor.edit((builder) => builder.insert(new vscode.Position(3, 0), 'nieuwe\nregel'));
    assert.match(document.getText(), /nieuwe\r\nregel/);
    await assertSame('with CRLF');
  });
});
