/** What the program does on the command line, from the palette: making a workspace, exporting notes, the doctor. */

import * as vscode from 'vscode';

import { messages } from '../messages';
import { run } from '../program';
import type { Served } from '../served';
import type { Session } from '../session';
import { Report } from './report';

export class ProgramCommands implements vscode.Disposable {
  private readonly report = new Report();

  constructor(
    private readonly session: Session,
    private readonly served: Served,
    private readonly context: vscode.ExtensionContext,
  ) {}

  register(): vscode.Disposable {
    const command = vscode.commands.registerCommand;
    return vscode.Disposable.from(
      this.report,
      command('griffier.initWorkspace', () => this.init()),
      command('griffier.exportNotes', (node?: { letter?: vscode.Uri }) =>
        this.export(node?.letter),
      ),
      command('griffier.doctor', () => this.doctor()),
      command('griffier.openSample', () => this.openSample()),
    );
  }

  dispose(): void {
    this.report.dispose();
  }

  private async init(): Promise<void> {
    const say = messages();
    const folders = vscode.workspace.workspaceFolders ?? [];
    const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
    if (folder === undefined) {
      void vscode.window.showInformationMessage(say.openFolderFirst);
      return;
    }
    const settings = vscode.Uri.joinPath(folder.uri, 'griffier.toml');
    const done = await this.run(['init', '--root', folder.uri.fsPath], folder.uri);
    if (done !== undefined) {
      await vscode.window.showTextDocument(settings);
      void vscode.window.showInformationMessage(say.workspaceMade(folder.name));
    }
  }

  private async export(of?: vscode.Uri): Promise<void> {
    const say = messages();
    const letter = of ?? vscode.window.activeTextEditor?.document.uri;
    if (letter?.scheme !== 'file') {
      void vscode.window.showInformationMessage(say.noLetter);
      return;
    }
    const document = await vscode.workspace.openTextDocument(letter);
    // The program reads what is on disk, and a page that lacks the last words is worse than none.
    if (document.isDirty && !(await document.save())) {
      return;
    }
    const target = await vscode.window.showSaveDialog({
      title: say.exportNotes,
      defaultUri: letter.with({ path: `${letter.path.replace(/\.[^./]+$/, '')}.html` }),
      filters: { [say.page]: ['html'], [say.table]: ['csv'], 'JSON-LD': ['jsonld'] },
    });
    if (target === undefined) {
      return;
    }
    const format = /\.(csv|jsonld)$/i.exec(target.path)?.[1]?.toLowerCase() ?? 'html';
    const root = (await this.served.rootOf(letter)) ?? vscode.Uri.joinPath(letter, '..');
    const args = ['annotate', 'export', letter.fsPath, '--root', root.fsPath];
    const done = await this.run([...args, '--format', format, '-o', target.fsPath], root);
    if (done !== undefined) {
      const open = { title: say.open };
      const message = say.exported(vscode.workspace.asRelativePath(target));
      if ((await vscode.window.showInformationMessage(message, open)) === open) {
        await vscode.env.openExternal(target);
      }
    }
  }

  private async doctor(): Promise<void> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
    const args = vscode.workspace.workspaceFolders === undefined ? [] : ['--root', folder.fsPath];
    const program = this.session.program;
    if (program === undefined) {
      void vscode.window.showWarningMessage(messages().notWithoutServer);
      return;
    }
    const { stdout, stderr } = await run(program, ['doctor', ...args], folder.fsPath);
    await this.report.show('doctor', [stdout, stderr].join('\n').trim());
  }

  /** A copy, so that whoever tries things out cannot spoil the next try; one that is there is left as it was used. */
  private async openSample(): Promise<void> {
    const from = vscode.Uri.joinPath(this.context.extensionUri, 'sample');
    const to = vscode.Uri.joinPath(this.context.globalStorageUri, messages().sampleFolder);
    try {
      await vscode.workspace.fs.stat(vscode.Uri.joinPath(to, 'griffier.toml'));
    } catch {
      await vscode.workspace.fs.copy(from, to, { overwrite: true });
    }
    await vscode.commands.executeCommand('vscode.openFolder', to, { forceNewWindow: true });
  }

  /** What the program printed; where it failed its own words are shown, and the answer is `undefined`. */
  private async run(args: readonly string[], cwd: vscode.Uri): Promise<string | undefined> {
    const program = this.session.program;
    if (program === undefined) {
      void vscode.window.showWarningMessage(messages().notWithoutServer);
      return undefined;
    }
    const { code, stdout, stderr } = await run(program, args, cwd.fsPath);
    if (code !== 0) {
      void vscode.window.showErrorMessage(stderr.trim() || messages().didNotStart);
      return undefined;
    }
    return stdout;
  }
}
