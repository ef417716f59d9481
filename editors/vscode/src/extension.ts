/**
 * The extension: starts the server when a workspace or a letter asks for it, and puts the parts together.
 * Everything that concerns letters is the server's work; what stands here shows it as this editor does such things.
 */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

import { CheckAll } from './commands/check';
import { registerCitations } from './commands/cite';
import { registerFindings } from './commands/findings';
import { registerMenu } from './commands/menu';
import { ProgramCommands } from './commands/program';
import { DossierTree } from './dossier/tree';
import { watchForPrints } from './language';
import { NoteCommands } from './notes/commands';
import { NoteStore } from './notes/store';
import { Threads } from './notes/threads';
import { NotesTree } from './notes/tree';
import type { Corpus, Dossier, LetterNotes } from './protocol';
import { Served } from './served';
import { Session } from './session';
import type { ServerStatus } from './status';

/** What other extensions, and the tests, may use: `extensions.getExtension(…).exports`. */
export interface GriffierApi {
  /** The running client; another one after a restart, none while there is no server. */
  readonly client: LanguageClient | undefined;
  /** The last `griffier/status` of the server; none while it is starting or gone. */
  readonly status: ServerStatus | undefined;
  readonly onDidChangeStatus: vscode.Event<ServerStatus | undefined>;
  /** What each workspace holds, as the status bar tells it. */
  readonly corpora: readonly Corpus[];
  /** The notes of all letters, as the views show them. */
  readonly notes: readonly LetterNotes[];
  readonly onDidChangeNotes: vscode.Event<void>;
  /** The threads in the margin of a letter that is open. */
  threads(letter: vscode.Uri): readonly vscode.CommentThread[];
  /** The dossier that the view shows. */
  readonly dossier: Dossier | undefined;
}

let session: Session | undefined;

export function activate(context: vscode.ExtensionContext): GriffierApi {
  const version = (context.extension.packageJSON as { version: string }).version;
  const current = new Session(context.extensionPath, version);
  session = current;
  void vscode.commands.executeCommand('setContext', 'griffier.active', true);
  const served = new Served();
  const notes = new NoteStore(current);
  const threads = new Threads(notes, served);
  const notesTree = new NotesTree(notes, threads, context.workspaceState);
  const dossier = new DossierTree(current, served);
  const program = new ProgramCommands(current, served, context);
  context.subscriptions.push(
    current,
    served,
    notes,
    threads,
    notesTree,
    dossier,
    program,
    program.register(),
    new NoteCommands(current, notes, threads).register(),
    new CheckAll(current, served),
    registerCitations(current),
    registerFindings(),
    registerMenu(),
    watchForPrints(),
    vscode.commands.registerCommand('griffier.restartServer', () => current.restart()),
    vscode.commands.registerCommand('griffier.showLog', () => current.log.show()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('griffier.server.path')) {
        void current.restart();
      } else if (event.affectsConfiguration('griffier.language')) {
        current.refresh();
        threads.words();
        notesTree.refresh();
      }
    }),
    // What an untrusted workspace may not do is told to the server at its start.
    vscode.workspace.onDidGrantWorkspaceTrust(() => void current.restart()),
    current.onDidChangeNotes((letters) => void notes.refresh(letters)),
    served.onDidChange(() => void notes.refreshAll()),
  );
  // What is read anew changes where notes are and what dossiers hold; while it is being read nothing is asked.
  let settled = false;
  context.subscriptions.push(
    current.onDidChangeStatus((status) => {
      if (status === undefined) {
        settled = false;
      } else if (status.quiescent && !settled) {
        settled = true;
        void notes.refreshAll();
        dossier.refresh();
      }
    }),
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
    get corpora() {
      return current.held;
    },
    get notes() {
      return notes.all;
    },
    onDidChangeNotes: notes.onDidChange,
    threads: (letter) => threads.of(letter),
    get dossier() {
      return dossier.shown;
    },
  };
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
