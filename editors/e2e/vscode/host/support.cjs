// What the suites share: letters by name, places by the words that stand there, and waiting for an
// event instead of for a time.

const path = require('node:path');
const vscode = require('vscode');

/** Generous: it only counts when something is broken. */
const WITHIN = 20_000 * Number(process.env.GRIFFIER_E2E_PATIENCE ?? 1);

let broken;

/** The API of the installed extension, once the server has read the letters. */
async function griffier() {
  if (broken) {
    throw broken; // every suite asks, and only the first should wait
  }
  const extension = vscode.extensions.getExtension('griffier.griffier');
  const api = await extension.activate();
  try {
    await until(api.onDidChangeStatus, () => api.status?.quiescent, 'the server is quiescent');
  } catch (error) {
    broken = error;
    throw error;
  }
  return api;
}

/** Waits until `check` gives something, asking again at each `event`; `what` tells what failed. */
function until(event, check, what) {
  return new Promise((resolve, reject) => {
    let listener = undefined;
    let timer = undefined;
    const ask = () => {
      const found = check();
      if (found) {
        listener?.dispose();
        clearTimeout(timer);
        resolve(found);
      }
      return found;
    };
    if (ask()) {
      return;
    }
    listener = event(ask);
    timer = setTimeout(() => {
      listener.dispose();
      reject(new Error(`not within ${WITHIN / 1000} s: ${what}`));
    }, WITHIN);
  });
}

function uriOf(name) {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, 'brieven', name);
}

/** Opens a letter and shows it: diagnostics are asked for by the editor only where one looks. */
async function openLetter(name) {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  const editor = await vscode.window.showTextDocument(document);
  return { document, editor };
}

/** Where `words` begin in the letter; they must stand there once, so that no test is on a wrong spot. */
function rangeOf(document, words) {
  const text = document.getText();
  const at = text.indexOf(words);
  if (at < 0 || text.indexOf(words, at + 1) >= 0) {
    throw new Error(`"${words}" does not stand in ${document.uri} exactly once`);
  }
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

async function replace(document, words, by) {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, words), by);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(`the editor refused to replace "${words}" by "${by}"`);
  }
}

/** Everything that a hover shows at a place, as one text. */
async function hoverAt(document, position) {
  const hovers = await vscode.commands.executeCommand(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

async function definitionsAt(document, position) {
  const found = await vscode.commands.executeCommand(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  return found.map((place) => ({
    uri: place.targetUri ?? place.uri,
    range: place.targetSelectionRange ?? place.targetRange ?? place.range,
  }));
}

/** Waits until the diagnostics of a letter satisfy `check`, and returns those of Griffier. */
function diagnosticsOf(document, check, what) {
  const ask = () => {
    const all = vscode.languages.getDiagnostics(document.uri);
    const own = all.filter((diagnostic) => diagnostic.source === 'griffier');
    return check(own) ? own : undefined;
  };
  return until(vscode.languages.onDidChangeDiagnostics, ask, what);
}

/** Waits until Griffier says something of a passage, and returns that. */
async function findingOn(document, passage) {
  const isOn = ({ range }) => range.intersection(passage) !== undefined;
  const words = document.getText(passage);
  const own = await diagnosticsOf(document, (all) => all.some(isOn), `a finding on "${words}"`);
  return own.find(isOn);
}

/** The quick fixes at a place, resolved. */
function quickFixesAt(document, range) {
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
}

/** Does what the editor does when a code action is chosen. */
async function applyAction(action) {
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) {
    throw new Error(`the editor refused the edit of "${action.title}"`);
  }
  if (action.command) {
    const { command, arguments: args = [] } = action.command;
    await vscode.commands.executeCommand(command, ...args);
  }
}

/** Waits until a document that satisfies `check` is in front, and returns its editor. */
function editorOf(check, what) {
  const ask = () => {
    const editor = vscode.window.activeTextEditor;
    return editor && check(editor) ? editor : undefined;
  };
  const changed = (listener) =>
    vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(listener),
      vscode.window.onDidChangeTextEditorSelection(listener),
    );
  return until(changed, ask, what);
}

/** Throws away what a test typed, so that the next finds the letter as it is on disk. */
async function revert(document) {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Takes what is offered at the top, as Enter does, until a command that asks has done its work. */
async function accepting(command) {
  let done = false;
  const running = Promise.resolve(command).finally(() => (done = true));
  while (!done) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((next) => setTimeout(next, 200));
  }
  return running;
}

const nameOf = (uri) => path.posix.basename(uri.path);

module.exports = {
  accepting,
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
  until,
  uriOf,
};
