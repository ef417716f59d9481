/** The words of a citation: copied in a style of one's choice, or inserted for a paper that one looks up. */

import * as vscode from 'vscode';
import type { SymbolInformation } from 'vscode-languageclient/node';

import { messages } from '../messages';
import { ask, type Connection, type Paper, type Wordings } from '../protocol';

/** So long after the last key the corpus is searched. */
const PAUSE = 120;

export function registerCitations(connection: Connection): vscode.Disposable {
  const copy = (node?: { paper: Paper }): Promise<void> => copyCitation(connection, node?.paper.id);
  const insert = (node?: { paper: Paper }): Promise<void> =>
    insertCitation(connection, node?.paper.id);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('griffier.copyCitation', copy),
    vscode.commands.registerCommand('griffier.insertCitation', insert),
    vscode.commands.registerCommand('griffier.openOfficial', (node?: { paper: Paper }) =>
      openOfficial(connection, node?.paper),
    ),
  );
}

async function copyCitation(connection: Connection, id?: string): Promise<void> {
  const say = messages();
  const editor = vscode.window.activeTextEditor;
  const at = editor && connection.client?.code2ProtocolConverter;
  const params =
    id === undefined
      ? editor && at?.asTextDocumentPositionParams(editor.document, editor.selection.active)
      : { id };
  const wordings = params && (await ask<Wordings | null>(connection, 'griffier/cite', params));
  if (wordings === undefined || wordings === null) {
    void vscode.window.showInformationMessage(say.noCitationHere);
    return;
  }
  const text = await chooseWords(wordings);
  if (text !== undefined) {
    await vscode.env.clipboard.writeText(text);
    void vscode.window.setStatusBarMessage(say.copied(text), 5_000);
  }
}

/** Where styles agree, or there is but one, there is nothing to choose. */
async function chooseWords({ text, styles }: Wordings): Promise<string | undefined> {
  const texts = new Map<string, string[]>();
  for (const style of styles) {
    texts.set(style.text, [...(texts.get(style.text) ?? []), style.label]);
  }
  if (texts.size < 2) {
    return text;
  }
  const picks = [...texts].map(([label, names]) => ({ label, description: names.join(', ') }));
  const say = messages();
  const chosen = await vscode.window.showQuickPick(picks, { title: say.copyCitation });
  return chosen?.label;
}

async function insertCitation(connection: Connection, id?: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const say = messages();
  if (editor === undefined) {
    void vscode.window.showInformationMessage(say.noLetter);
    return;
  }
  const wanted = id ?? (await lookUp(connection));
  if (wanted === undefined) {
    return;
  }
  const wordings = await ask<Wordings | null>(connection, 'griffier/cite', { id: wanted });
  const text = wordings?.text ?? wanted;
  await editor.edit((edit) => editor.selections.forEach((place) => edit.replace(place, text)));
  await vscode.window.showTextDocument(editor.document);
}

interface Found extends vscode.QuickPickItem {
  /** The number as it is printed, by which the paper can be asked for. */
  readonly paper: string;
}

/** A paper, by whatever one remembers of it: the server searches at each pause in the typing. */
function lookUp(connection: Connection): Promise<string | undefined> {
  const say = messages();
  const pick = vscode.window.createQuickPick<Found>();
  pick.title = say.insertCitation;
  pick.placeholder = say.searchPapers;
  pick.matchOnDescription = true;
  let asked = 0;
  let pause: NodeJS.Timeout | undefined;
  const search = async (query: string): Promise<void> => {
    const own = ++asked;
    pick.busy = true;
    const told = await ask<SymbolInformation[]>(connection, 'workspace/symbol', { query });
    if (own === asked) {
      pick.busy = false;
      pick.items = (told ?? []).map(foundOf);
    }
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue((query) => {
      clearTimeout(pause);
      pause = setTimeout(() => void search(query), PAUSE);
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.paper);
      pick.hide();
    });
    pick.onDidHide(() => {
      clearTimeout(pause);
      asked++;
      pick.dispose();
      resolve(undefined);
    });
    pick.show();
    void search('');
  });
}

function foundOf({ name, containerName }: SymbolInformation): Found {
  const [paper = name, ...facts] = name.split(' · ');
  const item = { label: paper, description: facts.join(' · '), paper, alwaysShow: true };
  return containerName === undefined ? item : { ...item, detail: containerName };
}

async function openOfficial(connection: Connection, paper?: Paper): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  let address = paper?.official ?? undefined;
  if (paper === undefined && editor !== undefined && connection.client !== undefined) {
    const textDocument = connection.client.code2ProtocolConverter.asTextDocumentIdentifier(
      editor.document,
    );
    const links = await ask<{ range: vscode.Range; target?: string }[] | null>(
      connection,
      'textDocument/documentLink',
      { textDocument },
    );
    const { line, character } = editor.selection.active;
    const here = (links ?? []).find(({ range: { start, end } }) => {
      const after = start.line < line || (start.line === line && start.character <= character);
      const before = line < end.line || (line === end.line && character <= end.character);
      return after && before;
    });
    address = here?.target;
  }
  if (address === undefined) {
    void vscode.window.showInformationMessage(messages().noCitationHere);
  } else {
    await vscode.env.openExternal(vscode.Uri.parse(address));
  }
}
