/**
 * The notes of all letters as the server last told them. Margins and views read from here; nobody else asks.
 */

import * as vscode from 'vscode';

import { ask, type Connection, type LetterNotes, type Tags } from '../protocol';

/** After the last key it is asked where the passages are now. */
const PAUSE = 400;

export class NoteStore implements vscode.Disposable {
  private readonly letters = new Map<string, LetterNotes>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly pauses = new Map<string, NodeJS.Timeout>();
  private readonly typing: vscode.Disposable;
  /** Answers follow each other as the questions did. */
  private queue: Promise<void> = Promise.resolve();
  readonly onDidChange = this.changed.event;

  constructor(private readonly connection: Connection) {
    this.typing = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && this.letters.has(keyOf(document.uri))) {
        this.askSoon(document.uri);
      }
    });
  }

  get all(): readonly LetterNotes[] {
    return [...this.letters.values()];
  }

  of(letter: vscode.Uri): LetterNotes | undefined {
    return this.letters.get(keyOf(letter));
  }

  /** Asks for the notes of all letters, which costs the more the more there are: at the start and on demand. */
  refreshAll(): Promise<void> {
    return this.enqueue(async () => {
      const told = await ask<{ letters: LetterNotes[] }>(
        this.connection,
        'griffier/annotations',
        {},
      );
      if (told !== undefined) {
        this.letters.clear();
        told.letters.forEach((letter) => this.take(letter));
      }
    });
  }

  refresh(letters: readonly vscode.Uri[]): Promise<void> {
    return this.enqueue(async () => {
      for (const letter of letters) {
        const textDocument = { uri: this.wire(letter) };
        const told = await ask<{ letters: LetterNotes[] }>(
          this.connection,
          'griffier/annotations',
          { textDocument },
        );
        if (told !== undefined) {
          this.letters.delete(keyOf(letter));
          told.letters.forEach((one) => this.take(one));
        }
      }
    });
  }

  tags(letter: vscode.Uri | undefined): Promise<Tags | undefined> {
    const params = letter === undefined ? {} : { textDocument: { uri: this.wire(letter) } };
    return ask<Tags>(this.connection, 'griffier/tags', params);
  }

  /** The server is gone; what it said may no longer be so. */
  forget(): void {
    this.letters.clear();
    this.changed.fire();
  }

  /** The address of a letter as the protocol writes it. */
  wire(letter: vscode.Uri): string {
    return this.connection.client?.code2ProtocolConverter.asUri(letter) ?? letter.toString();
  }

  dispose(): void {
    this.pauses.forEach((pause) => clearTimeout(pause));
    this.typing.dispose();
    this.changed.dispose();
  }

  private take(letter: LetterNotes): void {
    if (letter.notes.length > 0 || letter.unreadable !== undefined) {
      this.letters.set(keyOf(vscode.Uri.parse(letter.uri)), letter);
    }
  }

  private askSoon(letter: vscode.Uri): void {
    const key = keyOf(letter);
    clearTimeout(this.pauses.get(key));
    const pause = setTimeout(() => {
      this.pauses.delete(key);
      void this.refresh([letter]);
    }, PAUSE);
    this.pauses.set(key, pause);
  }

  private enqueue(task: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(task, task).then(() => this.changed.fire());
    return this.queue;
  }
}

/** Addresses of one file may differ in how much of them is in percents. */
export function keyOf(uri: vscode.Uri): string {
  return uri.toString();
}
