/** What a click on the status bar offers: the commands that one does not think of while writing. */

import * as vscode from 'vscode';

import { messages } from '../messages';

export function registerMenu(): vscode.Disposable {
  return vscode.commands.registerCommand('griffier.menu', async () => {
    const say = messages();
    const entries: readonly [string, string, string][] = [
      ['checklist', say.checkAll, 'griffier.checkAll'],
      ['comment-discussion', say.showNotes, 'griffier.notes.focus'],
      ['list-ordered', say.showDossier, 'griffier.showDossier'],
      ['pulse', say.runDoctor, 'griffier.doctor'],
      ['output', say.showLog, 'griffier.showLog'],
      ['debug-restart', say.restart, 'griffier.restartServer'],
    ];
    const picks = entries.map(([icon, label, command]) => ({
      label: `$(${icon}) ${label}`,
      command,
    }));
    const chosen = await vscode.window.showQuickPick(picks, { title: 'Griffier' });
    if (chosen !== undefined) {
      await vscode.commands.executeCommand(chosen.command);
    }
  });
}
