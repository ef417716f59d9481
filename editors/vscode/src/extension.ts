/**
 * The extension: starts the server when a workspace or a letter asks for it, and offers two commands.
 * Everything that concerns letters is the server's work, and comes here by the language client.
 */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

import { Session } from './session';
import type { ServerStatus } from './status';

/** What other extensions, and the tests, may use: `extensions.getExtension(…).exports`. */
export interface GriffierApi {
  /** The running client; another one after a restart, none while there is no server. */
  readonly client: LanguageClient | undefined;
  /** The last `griffier/status` of the server; none while it is starting or gone. */
  readonly status: ServerStatus | undefined;
  readonly onDidChangeStatus: vscode.Event<ServerStatus | undefined>;
}

let session: Session | undefined;

export function activate(context: vscode.ExtensionContext): GriffierApi {
  const current = new Session(context.extensionPath);
  session = current;
  context.subscriptions.push(
    current,
    vscode.commands.registerCommand('griffier.restartServer', () => current.restart()),
    vscode.commands.registerCommand('griffier.showLog', () => current.log.show()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('griffier.server.path')) {
        void current.restart();
      } else if (event.affectsConfiguration('griffier.language')) {
        current.refresh();
      }
    }),
    // What an untrusted workspace may not do is told to the server at its start.
    vscode.workspace.onDidGrantWorkspaceTrust(() => void current.restart()),
  );
  // Not awaited: the editor goes on while the server starts, and problems show themselves.
  void current.restart();
  return {
    get client() {
      return current.client;
    },
    get status() {
      return current.status;
    },
    onDidChangeStatus: current.onDidChangeStatus,
  };
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
