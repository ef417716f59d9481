/**
 * Checks all letters of the workspace, those that are not open too, and lists what is found among the problems.
 *
 * A letter that is opened afterwards is the server's: its findings are then those of the text one sees.
 */

import * as vscode from 'vscode';

import { messages } from '../messages';
import { run } from '../program';
import type { Served } from '../served';
import type { Session } from '../session';

/** As `schemas/check.schema.json` has it, as far as it is needed here. */
interface Checked {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly {
      readonly code: string;
      readonly severity: 'error' | 'warning' | 'info' | 'hint';
      readonly message: string;
      readonly start: number;
      readonly end: number;
      readonly line: number;
      readonly column: number;
    }[];
  }[];
}

const SEVERITY = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export class CheckAll implements vscode.Disposable {
  private readonly found = vscode.languages.createDiagnosticCollection('griffier check');
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly session: Session,
    private readonly served: Served,
  ) {
    this.disposables = [
      this.found,
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.found.delete(uri)),
      vscode.commands.registerCommand('griffier.checkAll', () => this.check()),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private async check(): Promise<void> {
    const say = messages();
    const program = this.session.program;
    const roots = await this.roots();
    if (program === undefined || roots.length === 0) {
      const message = program === undefined ? say.notWithoutServer : say.noWorkspace;
      void vscode.window.showWarningMessage(message);
      return;
    }
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: say.checking,
      cancellable: true,
    };
    const checked = await vscode.window.withProgress(options, async (_, token) => {
      this.found.clear();
      let [letters, findings] = [0, 0];
      for (const root of roots) {
        const args = ['check', '--format', 'json', '--exit-zero', '--root', root.fsPath];
        const { code, stdout, stderr } = await run(
          program,
          [...args, root.fsPath],
          root.fsPath,
          token,
        );
        if (token.isCancellationRequested) {
          return undefined;
        }
        if (code !== 0) {
          void vscode.window.showErrorMessage(stderr.trim());
          return undefined;
        }
        const { files } = JSON.parse(stdout) as Checked;
        letters += files.length;
        findings += files.reduce((sum, file) => sum + file.findings.length, 0);
        await this.show(root, files);
      }
      return { letters, findings };
    });
    if (checked !== undefined) {
      void vscode.window.showInformationMessage(say.checked(checked.letters, checked.findings));
      if (checked.findings > 0) {
        await vscode.commands.executeCommand('workbench.actions.view.problems');
      }
    }
  }

  private async roots(): Promise<vscode.Uri[]> {
    const found = new Map<string, vscode.Uri>();
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const root = await this.served.rootOf(vscode.Uri.joinPath(uri, '-'));
      if (root !== undefined) {
        found.set(root.toString(), root);
      }
    }
    if (found.size === 0) {
      for (const settings of await vscode.workspace.findFiles('**/griffier.toml')) {
        const root = vscode.Uri.joinPath(settings, '..');
        found.set(root.toString(), root);
      }
    }
    return [...found.values()];
  }

  private async show(root: vscode.Uri, files: Checked['files']): Promise<void> {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    for (const { path, findings } of files) {
      const letter = vscode.Uri.joinPath(root, path);
      if (findings.length === 0 || open.has(letter.toString())) {
        continue;
      }
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(letter));
      const lines = text.split(/\r\n|\n|\r/);
      const diagnostics = findings.map((finding) => {
        const line = finding.line - 1;
        const start = unitsOf(lines[line] ?? '', finding.column - 1);
        // Where a finding ends does not matter before its letter is opened: its line is enough.
        const length = Math.max(1, Math.min(finding.end - finding.start, lines[line]?.length ?? 1));
        const end = Math.min(start + length, lines[line]?.length ?? start);
        const range = new vscode.Range(line, start, line, end);
        const shown = new vscode.Diagnostic(range, finding.message, SEVERITY[finding.severity]);
        shown.source = 'griffier';
        shown.code = finding.code;
        return shown;
      });
      this.found.set(letter, diagnostics);
    }
  }
}

/** The column in UTF-16 units of one in code points. */
function unitsOf(line: string, column: number): number {
  return Array.from(line).slice(0, column).join('').length;
}
