/** From one finding of Griffier to the next, in the letter in front; what others have to say of it is passed over. */

import * as vscode from 'vscode';

import { messages } from '../messages';

export function findingsOf(letter: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(letter)
    .filter(({ source }) => source === 'griffier')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

export function registerFindings(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('griffier.nextFinding', () => go(1)),
    vscode.commands.registerCommand('griffier.previousFinding', () => go(-1)),
  );
}

async function go(step: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const findings = editor === undefined ? [] : findingsOf(editor.document.uri);
  if (editor === undefined || findings.length === 0) {
    void vscode.window.setStatusBarMessage(messages().noFindings, 5_000);
    return;
  }
  const here = editor.selection.active;
  const ahead = findings.filter(({ range }) =>
    step > 0 ? range.start.isAfter(here) : range.start.isBefore(here),
  );
  // Behind the last comes the first.
  const found = step > 0 ? (ahead[0] ?? findings[0]) : (ahead.at(-1) ?? findings.at(-1));
  if (found !== undefined) {
    editor.selection = new vscode.Selection(found.range.start, found.range.start);
    editor.revealRange(found.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    // The hover is read out to those who do not see the mark.
    await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
  }
}
