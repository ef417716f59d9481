/**
 * Which documents are served: letters under a `griffier.toml`, and those whose language is `kamerbrief`.
 *
 * The server decides this for itself; here it is known only so that margins, menus and keys of Griffier are not shown
 * where it has nothing to say. The context `griffier.served` follows the editor in front.
 */

import * as path from 'node:path';

import * as vscode from 'vscode';

const LANGUAGES = new Set(['plaintext', 'markdown', 'kamerbrief']);
const SETTINGS = 'griffier.toml';

export class Served implements vscode.Disposable {
  private readonly known = new Map<string, Promise<boolean>>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[];
  readonly onDidChange = this.changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${SETTINGS}`, false, true, false);
    const forget = (): void => {
      this.known.clear();
      this.changed.fire();
      void this.tell();
    };
    this.disposables = [
      watcher,
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      vscode.window.onDidChangeActiveTextEditor(() => void this.tell()),
      this.changed,
    ];
    void this.tell();
  }

  async serves(document: vscode.TextDocument): Promise<boolean> {
    if (document.languageId === 'kamerbrief') {
      return true;
    }
    const { scheme, path: file } = document.uri;
    // Without an extension for TOML the settings themselves are plain text.
    if (scheme !== 'file' || !LANGUAGES.has(document.languageId) || file.endsWith('.toml')) {
      return false;
    }
    return (await this.rootOf(document.uri)) !== undefined;
  }

  /** The nearest folder above a file in which settings stand. */
  async rootOf(file: vscode.Uri): Promise<vscode.Uri | undefined> {
    let folder = path.posix.dirname(file.path);
    for (;;) {
      if (await this.hasSettings(file.with({ path: folder }))) {
        return file.with({ path: folder });
      }
      const above = path.posix.dirname(folder);
      if (above === folder) {
        return undefined;
      }
      folder = above;
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private hasSettings(folder: vscode.Uri): Promise<boolean> {
    const key = folder.toString();
    let known = this.known.get(key);
    if (known === undefined) {
      const stat = vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, SETTINGS));
      known = Promise.resolve(stat).then(
        () => true,
        () => false,
      );
      this.known.set(key, known);
    }
    return known;
  }

  private async tell(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const served = document !== undefined && (await this.serves(document));
    await vscode.commands.executeCommand('setContext', 'griffier.served', served);
  }
}
