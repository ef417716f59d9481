/**
 * Gives files that begin like an official print the language `kamerbrief`, as their names do not tell it.
 *
 * Only while the extension is at work anyway, and only for plain text: whoever chose a language chose it.
 */

import * as vscode from 'vscode';

/** So many lines an official print needs to say what it is. */
const HEAD = 12;
const CHAMBER = /^\s*(Tweede|Eerste) Kamer der Staten-Generaal\s*$/;
const SESSION = /^\s*Vergaderjaar \d{4}[-–]\d{4}\s*$/;

export function beginsLikeAPrint(lines: readonly string[]): boolean {
  return lines.some((line) => CHAMBER.test(line)) && lines.some((line) => SESSION.test(line));
}

export function watchForPrints(): vscode.Disposable {
  const look = (document: vscode.TextDocument): void => {
    if (document.languageId !== 'plaintext' || document.uri.scheme !== 'file') {
      return;
    }
    const wanted = vscode.workspace.getConfiguration('griffier', document.uri);
    const count = Math.min(HEAD, document.lineCount);
    const lines = Array.from({ length: count }, (_, line) => document.lineAt(line).text);
    if (wanted.get<boolean>('recognisePrints', true) && beginsLikeAPrint(lines)) {
      void vscode.languages.setTextDocumentLanguage(document, 'kamerbrief');
    }
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.workspace.onDidOpenTextDocument(look);
}
